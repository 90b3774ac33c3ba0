import seed from '../../src/first-content/kutaisi-commitment.json';
import { attributes, readPage, type PageAnswer } from '../support/site-page';
import { bootTracker } from '../support/tracker';

type Language = 'ka' | 'en';
type Node = Readonly<Record<string, unknown>>;

/** What the page does not repeat word for word, and why. Whatever is not named here has to be on it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  origin: 'says who worded a text',
  note: 'is about the seed itself',
  codeNote: 'is about the seed itself',
  slugNote: 'is about the seed itself',
  partnersNote: 'is about the seed itself',
  assessorNote: 'is about the seed itself',
  slug: 'is in the address',
  source: 'names a page of the seed',
  order: 'is the order on the page',
  level: 'is shown on the plan',
  country: 'is shown on the plan',
  ogpTitle: 'is shown on the plan',
  ogpCycle: 'is shown on the plan',
  events: 'are within the narrative',
  training: 'is within the narrative',
  scope: 'has no field: the mechanism rates its own record, whose number is on the page',
  assessor: 'is named in the heading of the ratings',
  formPresent: 'is the form itself',
};

/** Names of organisations that are only mentioned: as the narrative calls them. */
const SPOKEN_OF: Readonly<Record<string, Record<Language, string>>> = {
  undp: { ka: 'UNDP', en: 'UNDP' },
  idfi: { ka: 'IDFI', en: 'IDFI' },
  'kutaisi-assembly': { ka: 'საკრებულო', en: 'assembly' },
};

/** Where the page has a word of its own: the name the United Nations give the goal. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'Peace and Justice Strong Institutions': 'Peace, Justice and Strong Institutions',
};

/** Everything a reader has to find, by its place in the seed. @throws Error for a value nobody thought of */
function expected(value: unknown, path: string, language: Language): [path: string, text: string][] {
  const name = path.split('.').at(-1) as string;
  if (value === null || name in ELSEWHERE) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (typeof item !== 'string') return expected(item, `${path}[${index}]`, language);
      const organisation = seed.organisations.find(({ code }) => code === item);
      if (!organisation) throw new Error(`${path}: nobody knows “${item}”`);
      const text = name === 'mentionedOrganisations' ? SPOKEN_OF[item] : organisation.name;
      return [[`${path}.${item}`, text![language]] as [string, string]];
    });
  }
  if (typeof value === 'object') {
    const node = value as Node;
    if ('precision' in node) return [[path, (node.text as Record<Language, string>)[language]]];
    if ('ka' in node) {
      const text = node[language] as string;
      return [[path, OWN_WORDS[text] ?? text]];
    }
    if (typeof node.published === 'string') return [[path, node.published]];
    return Object.entries(node).flatMap(([key, inner]) => {
      // A code is shown by its label; a period by its own.
      const isLabelled = 'label' in node && ['code', 'kind', 'year'].includes(key);
      return isLabelled ? [] : expected(inner, `${path}.${key}`, language);
    });
  }
  if (name === 'emailNotPublishedPromise') {
    return [[path, { ka: 'არ გამოქვეყნდება', en: 'Will not be published' }[language]]];
  }
  if (name === 'scheme' || name === 'code' || name === 'value' || name === 'number')
    return [[path, String(value)]];
  throw new Error(`${path}: is it on the page? “${String(value)}”`);
}

const pages: Partial<Record<Language, PageAnswer>> = {};

beforeAll(async () => {
  const tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  for (const language of ['ka', 'en'] as const) {
    pages[language] = await readPage(tracker, `/commitments/${seed.commitment.slug}?locale=${language}`);
  }
  await tracker.close();
});

describe.each(['ka', 'en'] as const)(
  'beside the public page it began with, the page of the commitment in %s',
  (language) => {
    let page: PageAnswer;
    beforeAll(() => {
      page = pages[language]!;
    });

    it('has every value', () => {
      const { actionPlan, commitment } = seed;
      const values = [
        ...expected(actionPlan, 'actionPlan', language),
        ...expected(commitment, 'commitment', language),
      ];
      expect(values.length).toBeGreaterThan(60);
      const missing = values.filter(([, text]) => !page.seen.includes(text.replace(/\s+/g, ' ')));
      expect(missing).toEqual([]);
    });

    it('has the days and numbers the narrative has', () => {
      const { events, training } = seed.commitment.reports[0]!;
      const [discussed, approved] = { ka: ['13 სექტემბ', '3 იანვარ'], en: ['13 September', '3 January'] }[
        language
      ];
      expect(events.map(({ date }) => date.value)).toEqual(['2019-09-13', '2020-01-03']);
      expect(page.seen).toContain(discussed);
      expect(page.seen).toContain(approved);
      for (const { participants } of training) expect(page.seen).toMatch(new RegExp(`\\b${participants}\\s`));
    });

    it('has links to the sources, and the day of the last update', () => {
      const urls = seed.sources.flatMap(({ url }) => url ?? []);
      expect(attributes(page.text, 'a', 'href')).toEqual(expect.arrayContaining(urls));
      expect(page.seen).toContain(seed.sources[0]!.updated!.text[language]);
    });

    it('has no month and no year that is shown as a day', () => {
      const days = [
        ...JSON.stringify(seed).matchAll(
          /"precision":"(?:month|year)","earliest":"([^"]+)","latest":"([^"]+)"/g,
        ),
      ];
      expect(days.length).toBeGreaterThan(10);
      for (const day of days.flatMap(([, earliest, latest]) => [earliest, latest])) {
        expect(page.text).not.toContain(`datetime="${day}"`);
      }
      expect(page.text).toContain('<time datetime="2018-10">');
      expect(page.text).toContain('<time datetime="2018">');
      expect(page.seen).not.toMatch(/\b1 (October 2018|ოქტომბერი)/);
    });

    it('has the milestones twice, as a line of time and as a table, each in order and with its code', () => {
      const codes = seed.commitment.milestones.map(({ code }) => code);
      const [, line = ''] = /<ol class="timeline">(.*?)<\/ol>\s*<details/s.exec(page.text) ?? [];
      const [, table = ''] = /<table>(.*?)<\/table>/s.exec(page.text) ?? [];
      for (const part of [line, table]) expect(part.match(/2\.2\.\d/g)).toEqual(codes);
      // As the source describes a milestone.
      const labels = {
        ka: ['ინდიკატორი', 'ვადა', 'პარტნიორები', 'პასუხისმგებელი', 'შედეგი', 'შეფასება'],
        en: ['Indicator', 'Time frame', 'Partners', 'Responsible', 'Result', 'Assessment'],
      }[language];
      const [, first = ''] = /<dl class="facts">(.*?)<\/dl>/s.exec(line) ?? [];
      expect([...first.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, label]) => label)).toEqual(labels);
    });

    it('has its facts first, then its parts in the order of the source, and what a page has beside it', () => {
      const headings = [...page.text.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id);
      expect(headings).toEqual([
        ...[
          // Before the texts: on a phone they come first.
          'facts',
          'description',
          'expected',
          'reports',
          'milestones',
          'assessments',
          'timeline',
          'history',
          'comments',
        ],
        'use',
      ]);
      for (const feed of ['changes.atom', 'deadlines.ics']) {
        expect(
          attributes(page.text, 'a', 'href').filter((href) => href.includes(feed)).length,
        ).toBeGreaterThan(0);
      }
      expect(page.text).toMatch(/<h3 id="share"/);
      expect(page.text).toMatch(/data-print/);
    });

    it('has every status and assessment in words, beside shapes and bars', () => {
      const words = { ka: 'დასრულდა', en: 'Completed' }[language];
      const badges = [...page.text.matchAll(/<span class="badge status-[a-z-]+">(.*?)<\/span>/gs)];
      expect(badges.length).toBeGreaterThan(8);
      for (const [, badge] of badges) {
        expect(badge).toMatch(/<svg class="shape"/);
        expect(badge!.replace(/<[^>]*>/g, '').trim()).toBe(words);
      }
      // What a bar shows is written below it; the bar itself is for eyes only.
      for (const [bar] of page.text.matchAll(/<svg\s+class="bar"[^>]*>/g))
        expect(bar).toContain('aria-hidden="true"');
      expect(page.text).toMatch(/<ul class="legend">.*?<b>4<\/b>/s);
    });
  },
);
