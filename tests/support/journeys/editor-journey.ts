import type { Locator, Page } from 'playwright-core';
import { commitmentImplementation } from '../../../src/accountability/workflows/implementation';
import { jsonRequest } from '../json-request';
import { typeAsOnKeys } from '../keyboard';
import { asMember, asVisitor, codeWord, LANGUAGES, picture, publicUrl, strapiWord, WORDS } from './journey';
import type { Language, Journeys, StrapiWord } from './journey';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';

interface Written {
  readonly code: string;
  readonly slug: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
  readonly milestone: Readonly<Record<Language, string>>;
}

/** What the editor writes: another commitment in each language of the panel. */
const WRITTEN: Readonly<Record<Language, Written>> = {
  ka: {
    code: '8.1',
    slug: 'open-budget',
    title: { ka: 'ღია ბიუჯეტი მოქალაქეებისთვის', en: 'An open budget for citizens' },
    description: { ka: 'ბიუჯეტი გასაგებ ენაზე ქვეყნდება.', en: 'The budget is published in plain language.' },
    milestone: { ka: 'ბიუჯეტის გზამკვლევი', en: 'A guide to the budget' },
  },
  en: {
    code: '8.2',
    slug: 'open-procurement',
    title: { ka: 'ღია შესყიდვები', en: 'Open procurement' },
    description: { ka: 'ყველა ხელშეკრულება ქვეყნდება.', en: 'Every contract is published.' },
    milestone: { ka: 'ხელშეკრულებების რეესტრი', en: 'A register of contracts' },
  },
};

/** What the end of the milestone is, as somebody types it into the panel's calendar, and as it is read. */
const END = { typed: '10/15/2027', kept: '2027-10-01', read: { ka: 'ოქტომბერი 2027', en: 'October 2027' } };
/** What content is called in the panel's list of languages. */
const CONTENT_LANGUAGES: Readonly<Record<Language, string>> = { ka: 'Georgian', en: 'English' };

interface Published {
  readonly data: readonly {
    readonly documentId: string;
    readonly title: string;
    readonly implementationStatus: string;
    readonly timeframe?: { readonly endDate: string; readonly endPrecision: string };
    readonly partners?: readonly { readonly documentId: string }[];
  }[];
}

/** An editor: from the login and the home page to what everybody reads. */
export function editorJourney(journeys: () => Journeys, language: Language): void {
  const { plugin, fields } = WORDS[language];
  const written = WRITTEN[language];
  const workflow = commitmentImplementation(false);
  const [start] = workflow.transitions.filter(({ name }) => name === 'start');
  let page: Page;
  let commitment: string;
  let partner: { documentId: string; name: string };

  const word = (key: StrapiWord, english: string): string => strapiWord(language, key, english);
  const label = (uid: string, name: string): string => fields[uid]![name]!.label;
  const input = (name: string): Locator => page.locator(`input[name="${name}"]`);
  const panelUrl = (address: string): string =>
    `${journeys().tracker.url}/admin/content-manager/collection-types/${address}?plugins[i18n][locale]=ka`;
  const read = async (address: string): Promise<Published['data'][number]> => {
    const { body } = await jsonRequest<Published>(`${journeys().tracker.url}/api/${address}`);
    expect([address, body.data.length]).toEqual([address, 1]);
    return body.data[0]!;
  };

  const publish = async () => {
    const name = word('app.utils.publish', 'Publish');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => /\/actions\/publish/.test(response.url())),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    expect(answer.status()).toBeLessThan(300);
    const said = word('content-manager.success.record.publish', 'Published document');
    await page.getByText(said).first().waitFor();
  };
  /** Goes to the document in another language, whose title is already there, or still to be written. */
  const goTo = async (content: Language, title: string) => {
    const choice = page.getByRole('combobox', {
      name: word('i18n.Settings.locales.modal.locales.label', 'Locales'),
    });
    await choice.click();
    await page.getByRole('option', { name: CONTENT_LANGUAGES[content] }).click();
    await page.waitForFunction(
      (expected) => document.querySelector<HTMLInputElement>('input[name=title]')?.value === expected,
      title,
    );
  };
  const begin = async (uid: string) => {
    await page.goto(panelUrl(uid));
    const name = word('content-manager.HeaderLayout.button.label-add-entry', 'Create new entry');
    await page.getByRole('link', { name }).first().click();
    await input('title').waitFor();
  };
  /** Chooses what a field of the form leads to. */
  const relate = async (uid: string, name: string, title: string) => {
    const field = page.getByRole('combobox', { name: label(uid, name) });
    await field.click();
    await field.pressSequentially(title);
    await page.getByRole('option', { name: title }).click();
    await page.getByRole('button', { name: title }).waitFor();
  };

  beforeAll(async () => {
    page = await asMember(journeys(), ['strapi-editor'], language);
    const partners = await jsonRequest<{ data: (typeof partner)[] }>(
      `${journeys().tracker.url}/api/partners?locale=ka&filters[acronym][$eq]=UNDP`,
    );
    partner = partners.body.data[0]!;
  });
  afterAll(() => page.close());

  it('finds what waits for them on the home page, before all else', async () => {
    await page.goto(`${journeys().tracker.url}/admin/`);
    const titles = ['overdue', 'awaiting', 'latest'].map(
      (name) => plugin[`workflow.widget.${name}.title` as keyof typeof plugin],
    );
    for (const name of titles) await page.getByRole('heading', { name, exact: true }).waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.slice(0, titles.length)).toEqual(titles);
    await picture(page, `editor-home-${language}`);
  });

  it('writes a commitment in both languages, and publishes it', async () => {
    await begin(COMMITMENT);
    await input('code').fill(written.code);
    await input('slug').fill(written.slug);
    for (const content of LANGUAGES) {
      if (content !== 'ka') await goTo(content, '');
      await input('title').fill(written.title[content]);
      await page.locator('.CodeMirror').first().click();
      await typeAsOnKeys(page, written.description[content]);
      await publish();
    }
    await picture(page, `editor-commitment-${language}`);
    commitment = (await read(`commitments?locale=en&filters[slug][$eq]=${written.slug}`)).documentId;
  });

  it('writes a milestone of it, to be done in a month and with a partner', async () => {
    await begin(MILESTONE);
    await input('title').fill(written.milestone.ka);
    await input('code').fill(`${written.code}.1`);
    await relate(MILESTONE, 'commitment', written.title.ka);
    const empty = word('content-manager.components.empty-repeatable', 'No entry yet. Click to add one.');
    await page.getByRole('button', { name: empty }).first().click();
    const end = page.getByLabel(label('shared.timeframe', 'endDate'));
    await end.fill(END.typed);
    await end.press('Tab');
    await page.getByRole('combobox', { name: label('shared.timeframe', 'endPrecision') }).click();
    await page.getByRole('option', { name: codeWord(language, 'month'), exact: true }).click();
    await relate(MILESTONE, 'partners', partner.name);
    await picture(page, `editor-milestone-${language}`);
    await publish();
    await goTo('en', '');
    await input('title').fill(written.milestone.en);
    await publish();
    const query = `populate=timeframe,partners&filters[code][$eq]=${written.code}.1`;
    for (const content of LANGUAGES) {
      expect(await read(`milestones?locale=${content}&${query}`)).toMatchObject({
        title: written.milestone[content],
        timeframe: { endDate: END.kept, endPrecision: 'month' },
        partners: [{ documentId: partner.documentId }],
      });
    }
  });

  it('moves the commitment on beside its form', async () => {
    await page.goto(panelUrl(`${COMMITMENT}/${commitment}`));
    const panel = page.getByRole('region', { name: workflow.labels[language] });
    await panel.getByText(codeWord(language, 'not-started'), { exact: true }).waitFor();
    await panel.getByRole('button', { name: start!.labels[language], exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: start!.labels[language], exact: true }).click();
    await panel.getByText(codeWord(language, 'in-progress'), { exact: true }).waitFor();
    await picture(page, `editor-moved-${language}`);
  });

  it('and everybody reads all of it, on the page and in the API', async () => {
    const visitor = await asVisitor(journeys(), language);
    await visitor.goto(publicUrl(journeys(), `/commitments/${written.slug}`, language));
    await visitor.getByRole('heading', { level: 1, name: written.title[language] }).waitFor();
    const main = visitor.getByRole('main');
    // Milestones that are not late are folded to a line.
    await main.evaluate((element) =>
      element.querySelectorAll('details').forEach((fold) => (fold.open = true)),
    );
    const texts = [
      codeWord(language, 'in-progress'),
      written.description[language],
      written.milestone[language],
      END.read[language],
    ];
    for (const text of texts) await main.getByText(text).first().waitFor();
    await main
      .getByRole('link', { name: /UNDP|გაეროს|United Nations/ })
      .first()
      .waitFor();
    await picture(visitor, `editor-published-${language}`);
    await visitor.context().close();
    for (const content of LANGUAGES) {
      const found = await read(`commitments?locale=${content}&filters[slug][$eq]=${written.slug}`);
      expect(found).toMatchObject({
        documentId: commitment,
        title: written.title[content],
        implementationStatus: 'in-progress',
      });
    }
  });
}
