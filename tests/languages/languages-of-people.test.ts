import { createAdmin, adminLogin } from '../support/accounts';
import {
  COMMENT,
  moderate,
  sendComment,
  storedComment,
  writtenComment,
  type Answer,
} from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { readableMail } from '../support/mail-server';
import { makeMilestone } from '../support/milestones';
import { bootNotices, MODERATOR, type Notices } from '../support/notices';
import english from '../../src/plugins/accountability/words/en.json';
import spanish from '../../src/plugins/accountability/words/es.json';
import french from '../../src/plugins/accountability/words/fr.json';
import arabic from '../../src/plugins/accountability/words/ar.json';

const WORDS = { en: english, es: spanish, fr: french, ar: arabic };
type Language = keyof typeof WORDS;
const SECRETARIAT = 'secretariat@example.org';
let written = 0;
const GEORGIAN = /\p{Script=Georgian}/u;

/** A comment without a Georgian letter. */
const latinComment = () => ({
  ...writtenComment(),
  authorName: 'Author',
  body: `A comment ${(written += 1)}`,
});

/** What people read, on sites in other languages than the usual ones. */
describe.each<[languages: Language[]]>([[['es', 'fr', 'ar']], [['en']]])('a site in %j', (languages) => {
  const first = languages[0]!;
  const last = languages.at(-1)!;
  let notices: Notices;
  let comment: string;

  const admin = async (roles: string[], language?: string) => {
    const account = await createAdmin(notices.tracker, { roles, language });
    const token = await adminLogin(notices.tracker, account);
    return {
      email: account.email,
      get: (path: string) => jsonRequest<{ data: never }>(`${notices.tracker.url}${path}`, { token }),
      move: (body: object) =>
        jsonRequest<Answer>(`${notices.tracker.url}/accountability/transitions`, { token, body }),
    };
  };
  const remind = () =>
    notices.tracker.strapi
      .plugin('accountability')
      .service('reminders')
      .run({ now: new Date('2026-11-20T08:00:00Z') });
  /** Texts of the mails to an address, which hold nothing of the usual languages. */
  const textsTo = (address: string): string[] => {
    const texts = notices.mailsTo(address).map(readableMail);
    for (const text of texts) expect(text).not.toMatch(GEORGIAN);
    return texts;
  };
  /** A text of words up to its first value. */
  const beginning = (text: string): string => text.split('{')[0]!;

  beforeAll(async () => {
    notices = await bootNotices(languages, { REMINDERS_TO: SECRETARIAT });
    const answer = await sendComment(notices.tracker, notices.commitment, {
      ...latinComment(),
      authorEmail: 'author@example.org',
      locale: last,
      wantsNotice: true,
    });
    comment = answer.body.data!.documentId;
  });
  afterAll(() => notices.close());

  it('gives the panel its languages, the first one first', async () => {
    const { get } = await admin(['strapi-editor']);
    const { body } = await get('/accountability/languages');
    expect((body.data as { code: string }[]).map(({ code }) => code)).toEqual(languages);
    expect(body.data).toContainEqual({
      code: last,
      name: last === 'ar' ? 'العربية' : 'English',
      direction: last === 'ar' ? 'rtl' : 'ltr',
    });
  });

  it('has themes in each of its languages', async () => {
    const themes: { locale: string; name: string }[] = await notices.tracker.strapi.db
      .query('api::theme.theme')
      .findMany({ where: { code: 'transparency' } });
    expect(new Set(themes.map(({ locale }) => locale))).toEqual(new Set(languages));
    expect(themes.map(({ name }) => name).join()).not.toMatch(GEORGIAN);
  });

  it('takes comments in its languages, the first one where none is named, and no other', async () => {
    const sent = await sendComment(notices.tracker, notices.commitment, latinComment());
    expect(await storedComment(notices.tracker, sent.body.data!.documentId)).toMatchObject({
      language: first,
    });
    expect(await storedComment(notices.tracker, comment)).toMatchObject({ language: last });
    const refused = await sendComment(
      notices.tracker,
      notices.commitment,
      { ...latinComment(), locale: 'ka' },
      { 'Accept-Language': last },
    );
    expect(refused.status).toBe(400);
    const [failure] = refused.body.error.details.errors!;
    expect(failure).toMatchObject({ path: ['locale'], code: 'LOCALE_UNKNOWN' });
    const known = languages.join(', ');
    expect(failure?.messages).toEqual(
      Object.fromEntries(
        languages.map((code) => [code, WORDS[code].moderation.LOCALE_UNKNOWN.replace('{known}', known)]),
      ),
    );
    expect(refused.body.error.message).toBe(WORDS[last].moderation.FIELDS_WRONG);
  });

  it('writes digests in each of its languages, and to a moderator in the one of their panel', async () => {
    const { email } = await admin(['tracker-moderator'], 'fr');
    await notices.later();
    const [everything = ''] = textsTo(MODERATOR);
    for (const code of languages) expect(everything).toContain(WORDS[code].notices['digest.queue']);
    const [own = ''] = textsTo(email);
    expect(own).toContain(WORDS.fr.notices['digest.queue']);
    expect(own).not.toContain(WORDS.es.notices['digest.queue']);
    expect(own).not.toContain(WORDS.en.notices['digest.queue']);
  });

  it('notifies an author of the decision in the language of the comment, and ends it in the same', async () => {
    await moderate(notices.tracker, comment, 'approve');
    await notices.later();
    const [text = ''] = textsTo('author@example.org');
    expect(text).toContain(`Open budget ${last}`);
    expect(text).toContain(beginning(WORDS[last].notices['approved.text']));
    const page = await fetch(notices.linkIn(notices.mailsTo('author@example.org')[0]!));
    expect(await page.text()).toContain(`<html lang="${last}" dir="${last === 'ar' ? 'rtl' : 'ltr'}">`);
  });

  it('moves with messages in its languages, and for the user in the one of the panel', async () => {
    const milestone = await makeMilestone(notices.tracker, {
      title: 'Step',
      languages,
      data: { timeframe: { endDate: '2018-10-01', endPrecision: 'month' } },
    });
    const { move, get } = await admin(['strapi-super-admin'], 'fr');
    const document = { contentType: 'api::milestone.milestone', documentId: milestone };
    const refused = await move({ ...document, workflow: 'implementation', transition: 'withdraw' });
    expect(refused.status).toBe(400);
    const [failure] = refused.body.error.details.errors!;
    expect(failure?.message).toBe(WORDS.fr.workflow.REASON_REQUIRED);
    expect(failure?.messages).toEqual(
      Object.fromEntries(languages.map((code) => [code, WORDS[code].workflow.REASON_REQUIRED])),
    );
    const { body } = await get(`/accountability/documents/${document.contentType}/${milestone}/workflows`);
    const [workflow] = (body.data as { workflows: { state: { labels: Record<string, string> } }[] })
      .workflows;
    // The panel may be in a language the site is not in.
    expect(workflow?.state.labels).toMatchObject(
      Object.fromEntries([...languages, 'ka', 'fr'].map((code) => [code, expect.any(String)])),
    );
  });

  it('reminds of what is overdue in each of its languages, whoever is no user of the panel', async () => {
    await remind();
    const [text = ''] = textsTo(SECRETARIAT);
    for (const code of languages) expect(text).toContain(WORDS[code].reminders.overdue);
    const states = { en: 'Not started', es: 'No iniciad', fr: 'Non commencé', ar: 'لم يبدأ' };
    for (const code of languages) expect(text).toContain(states[code]);
    expect(text).toContain(`Step ${first}`);
  });

  it('warns of no translation but those it lacks', async () => {
    const documentId = await makeMilestone(notices.tracker, { title: 'Alone', languages: [last] });
    const found: { code: string; language?: string }[] = await notices.tracker.strapi
      .plugin('accountability')
      .service('warnings')
      .ofDocument('api::milestone.milestone', documentId);
    expect(found.filter(({ code }) => code === 'language-missing').map(({ language }) => language)).toEqual(
      languages.slice(0, -1),
    );
  });

  it('lets the public read reasons of reports in its languages alone', async () => {
    const answer = await fetch(`${notices.tracker.url}/api/comments/report-reasons`);
    const { data } = (await answer.json()) as { data: { labels: Record<string, string> }[] };
    for (const { labels } of data) expect(Object.keys(labels)).toEqual(languages);
  });

  it('refuses writes of the panel in the languages it has', async () => {
    const { strapi } = notices.tracker;
    const write = strapi
      .documents(COMMENT)
      .update({ documentId: comment, data: { body: 'Another' } } as never);
    const error = (await write.then(
      () => null,
      (thrown: unknown) => thrown,
    )) as { details: { errors: { messages: Record<string, string> }[] } } | null;
    expect(Object.keys(error?.details.errors[0]?.messages ?? {})).toEqual(languages);
  });
});
