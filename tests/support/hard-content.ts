import type { Tracker } from './tracker';
import type { Files } from './imports';

/** Texts that writers and readers of tables are known to stumble over; none has control characters. */
export const HARD_TEXTS = [
  'a "quoted", text; with: marks',
  'lines\nand lines\n\nafter an empty one',
  'Windows\r\nlines',
  '=1+1',
  "'=1+1",
  "''=1+1",
  "'apostrophe",
  '-1',
  '@sum',
  '\t=1',
  ' = 1',
  'a|b¦c',
  '👩‍👩‍👧‍👦 🇬🇪 😀',
  '\u202Eعربي עברית\u202C',
  '  spaces at both ends  ',
  'no\u00a0break\u00a0spaces',
  '<b>bold</b> &amp; &lt;br&gt;<br>',
  'true',
  '2024-01-01',
  '0012',
  '1e5',
  'null',
  '{"a":1}\\',
  '[a](https://example.org/a_b|c)',
  '_x000D_',
  'e\u0301 is not é',
  'soft\u00adhyphen',
  'დღე',
] as const;

const PERIODS = [
  ['2024-03-05', 'day'],
  ['2024-03-01', 'month'],
  ['2024-03-01', 'season'],
  ['2024-04-01', 'quarter'],
  ['2024-01-01', 'year'],
] as const;

const textAt = (index: number): string => HARD_TEXTS[index % HARD_TEXTS.length]!;
const titleAt = (index: number, language: string): string => `${textAt(index)} ${language}${index}`;

type Documents = {
  create(params: object): Promise<{ documentId: string }>;
  update(params: object): Promise<unknown>;
  publish(params: object): Promise<unknown>;
};

/** Content as editors write it, through the document service, with moves. */
export async function writeHardContent({ strapi }: Pick<Tracker, 'strapi'>): Promise<void> {
  const documentsOf = (type: string) =>
    strapi.documents(`api::${type}.${type}` as 'api::partner.partner') as unknown as Documents;
  const write = async (
    type: string,
    shared: object,
    texts: Readonly<Record<string, object>>,
  ): Promise<string> => {
    const documents = documentsOf(type);
    const [[first, own] = ['', {}], ...others] = Object.entries(texts);
    const { documentId } = await documents.create({ locale: first, data: { ...shared, ...own } });
    for (const [locale, data] of others) await documents.update({ documentId, locale, data });
    await documents.publish({ documentId, locale: '*' });
    return documentId;
  };
  const move = (type: string, documentId: string, transition: string, more: object = {}) =>
    strapi
      .plugin('accountability')
      .service('workflows')
      .move({
        contentType: `api::${type}.${type}`,
        documentId,
        workflow: 'implementation',
        transition,
        ...more,
      });

  const partners = [];
  for (const index of [0, 3, 5, 11, 13]) {
    partners.push(
      await write(
        'partner',
        {
          kind: 'civil-society',
          website: `https://example.org/${index}?a=b,c|d`,
          identifiers: [{ scheme: 'register', value: `a:${index}` }],
        },
        {
          ka: { name: titleAt(index, 'ka'), acronym: '=A', description: textAt(index + 1) },
          ...(index % 2 === 0 ? {} : { en: { name: titleAt(index, 'en'), acronym: '', description: '' } }),
        },
      ),
    );
  }
  const plan = await write(
    'action-plan',
    { scope: 'national', code: 'P 1', timeframe: { startDate: '2024-01-01', startPrecision: 'year' } },
    { ka: { title: 'გეგმა' }, en: { title: 'Plan, "one"' } },
  );
  const themes = await strapi.db
    .query('api::theme.theme')
    .findMany({ where: { locale: 'ka', publishedAt: { $notNull: true } }, limit: 3 });
  for (let index = 0; index < HARD_TEXTS.length; index += 4) {
    const [start, startPrecision] = PERIODS[index % PERIODS.length]!;
    const commitment = await write(
      'commitment',
      {
        actionPlan: plan,
        code: `C${index}`,
        timeframe: { startDate: start, startPrecision, endDate: null, endPrecision: 'none' },
        leadAgencies: [partners[2], partners[0]],
        partners: [partners[4], partners[1], partners[3]],
        themes: themes.map(({ documentId }) => documentId),
        identifiers: [
          { scheme: 'ogp', value: `X${index}` },
          { scheme: 'other', value: `http://example.org/${index}` },
        ],
        progress: index,
        sourceUpdatedOn: '2023-02-03',
        sourceRecordedAt: '2023-02-03T04:05:06.000Z',
      },
      {
        ka: {
          title: titleAt(index, 'ka'),
          description: textAt(index + 1),
          problem: textAt(index + 2),
          expectedResult: '',
        },
        en: { title: titleAt(index, 'en'), description: textAt(index + 3), timeframeNote: textAt(index + 4) },
      },
    );
    const milestone = await write(
      'milestone',
      { commitment, code: `C${index}.1`, responsibleAgencies: [partners[1], partners[0]] },
      { ka: { title: titleAt(index + 1, 'ka'), indicator: textAt(index + 2) } },
    );
    await write(
      'progress-report',
      {
        commitment,
        milestone: index % 8 === 0 ? milestone : null,
        period: { kind: 'annual', year: 2024, start: '2024-01-01', end: '2024-12-31' },
        implementationStatus: 'in-progress',
        assessorKind: 'independent',
        assessorPartner: partners[0],
        evidence: [{ title: `=T: ${index}`, url: 'https://example.org/a:b' }, { title: 'a title: only' }],
        ratings: [
          { scheme: 'completion', value: 'Limited: so', code: 'limited' },
          { scheme: 'starred', value: 'No' },
        ],
        publishedOn: '2025-01-02',
      },
      { ka: { narrative: textAt(index + 5) }, en: { narrative: textAt(index + 6), challenges: 'x\ny' } },
    );
    await move('commitment', commitment, 'start');
    if (index % 8 === 0) {
      await move('commitment', commitment, 'suspend', { reason: textAt(index) });
      await move('commitment', commitment, 'resume', { reason: '=why' });
    }
    await move('milestone', milestone, 'start');
    await move('milestone', milestone, 'delay', { reason: 'a "reason",\nof two lines' });
  }
}

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const idOf = (letter: string, index: number): string => `${letter}${String(index).padStart(23, '0')}`;

/** Many commitments with milestones and histories, as files of the mapping `native`. */
export function manyCommitments(count: number): Files {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const states = ['in-progress', 'delayed', 'completed'];
  return {
    'partners.ndjson': lines(
      Array.from({ length: 20 }, (_, index) => ({
        id: idOf('p', index),
        name_ka: titleAt(index, 'ka'),
        kind: 'central-government',
      })),
    ),
    'action-plans.ndjson': lines([
      { id: idOf('a', 0), title_ka: 'გეგმა 2', title_en: 'Plan 2', scope: 'national' },
    ]),
    'commitments.ndjson': lines(
      numbers.map((index) => {
        const [start, precision] = PERIODS[index % PERIODS.length]!;
        return {
          id: idOf('c', index),
          code: `${index}`,
          title_ka: titleAt(index, 'ka'),
          title_en: index % 3 === 0 ? null : titleAt(index, 'en'),
          description_ka: textAt(index + 7),
          description_en: index % 3 === 0 ? null : textAt(index + 8),
          start_date: start,
          start_precision: precision,
          action_plan_id: idOf('a', 0),
          lead_agency_ids: [idOf('p', (index + 7) % 20), idOf('p', index % 20)],
          identifiers: [`register:${index}`],
          updated_at: `2025-01-02T03:04:${String(index % 60).padStart(2, '0')}Z`,
        };
      }),
    ),
    'milestones.ndjson': lines(
      numbers.flatMap((index) =>
        [0, 1].map((part) => ({
          id: idOf('m', index * 2 + part),
          code: `${index}.${part}`,
          commitment_id: idOf('c', index),
          title_ka: titleAt(index + part, 'ka'),
        })),
      ),
    ),
    'status-history.ndjson': lines(
      numbers.flatMap((index) =>
        states.slice(0, index % 4).map((state, version) => ({
          dataset: 'commitments',
          record_id: idOf('c', index),
          version: version + 1,
          transition: ['start', 'delay', 'complete'][version],
          from_status: version === 0 ? 'not-started' : states[version - 1],
          to_status: state,
          reason: textAt(index),
          changed_at: `2024-0${version + 1}-02T03:04:05Z`,
          as_of: version === 0 ? null : PERIODS[(index + version) % PERIODS.length]![0],
          as_of_precision: version === 0 ? null : PERIODS[(index + version) % PERIODS.length]![1],
        })),
      ),
    ),
  };
}
