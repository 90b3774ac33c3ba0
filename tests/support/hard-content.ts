import type { Files } from './export-files';

/** Texts that writers and readers of tables are known to stumble over; none has control characters. */
const HARD_TEXTS = [
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

const LONG_TEXT = `${'ვალდებულება '.repeat(2600)}.`;
const MARKDOWN =
  '# Title\n\n- one\n  - two\n\n1. [a_b](https://example.org/a_b?c=d|e "title")\n\n> quoted\\\n> line\n\n`=1`';

/** Beyond the ids of `manyCommitments`. */
const FAR = 1_000_000;

/** What is hard in other ways than its texts: languages, empty texts, lists, keys of other registers, long histories. */
export function hardDocuments(): Files {
  const themes = [
    ['policy-area', 'twofold'],
    ['ogp-value', 'twofold'],
    ['policy-area', 'single'],
  ] as const;
  const states = ['in-progress', 'delayed', 'suspended', 'in-progress', 'completed'];
  const history = (dataset: string, record: string) =>
    states.map((state, version) => ({
      dataset,
      record_id: record,
      version: version + 1,
      transition: ['start', 'delay', 'suspend', 'resume', 'complete'][version],
      from_status: version === 0 ? 'not-started' : states[version - 1],
      to_status: state,
      reason: version === 0 ? null : `${textAt(version)}, p. ${version}`,
      changed_at: `2024-0${version + 1}-02T03:04:05Z`,
      as_of: PERIODS[version]![0],
      as_of_precision: PERIODS[version]![1],
    }));
  const plan = idOf('a', 100);
  return {
    'themes.ndjson': lines(
      themes.map(([scheme, code], index) => ({
        id: idOf('t', index),
        scheme,
        code,
        name_ka: titleAt(index, 'ka'),
        name_en: index === 1 ? null : `Theme ${index}`,
        uri: index === 0 ? 'https://example.org/a?b=c&d="e"' : null,
      })),
    ),
    'partners.ndjson': lines([
      { id: idOf('p', 100), name_en: 'Only in English', kind: 'academia', website: 'https://example.org/' },
      { id: idOf('p', 101), name_ka: '„მხოლოდ“ | ქართულად', name_en: null, acronym_ka: '=A', kind: null },
    ]),
    'action-plans.ndjson': lines([
      {
        id: plan,
        code: '=1',
        title_en: 'In English only',
        scope: 'local',
        jurisdiction_en: '@Kutaisi',
        identifiers: ['a register:1:2', 'other:x|y', 'other:-5'],
        identifier_urls: ['a register:1:2:https://example.org/1', 'other:x|y:https://example.org/x|y:z'],
      },
    ]),
    'commitments.ndjson': lines(
      [0, 1, 2, 3].map((index) => ({
        id: idOf('c', FAR + index),
        code: ['=1.1', '-2', "'3", null][index],
        title_ka: index === 1 ? null : `ვალდებულება ${index}`,
        title_en: index === 2 ? null : `Commitment ${index}`,
        description_ka: index === 0 ? LONG_TEXT : null,
        description_en: index === 0 ? MARKDOWN : index === 3 ? '' : null,
        problem_en: index === 0 ? '' : null,
        start_date: '2024-01-01',
        start_precision: 'year',
        end_date: null,
        end_precision: index === 0 ? 'none' : null,
        timeframe_note_en: index === 0 ? 'Ongoing' : null,
        progress_percent: index === 0 ? 0 : null,
        // The plan is in English, and a document links to those of its own languages.
        action_plan_id: index === 2 ? idOf('a', 0) : plan,
        themes:
          [['ogp-value:twofold', 'policy-area:single', 'policy-area:twofold'], ['policy-area:twofold']][
            index
          ] ?? [],
        partner_ids: index === 0 ? [idOf('p', 101), idOf('p', 100)] : [],
        identifiers: index === 0 ? ['ogp:GE0082', 'ogp:GE0082:b'] : [],
        identifier_urls: index === 0 ? ['ogp:GE0082:https://example.org/GE0082'] : [],
        source_updated_on: index === 0 ? '2024-02-29' : null,
        source_recorded_at:
          index === 0 ? '2024-02-29T00:00:00Z' : index === 1 ? '2024-02-29T12:34:56Z' : null,
      })),
    ),
    'milestones.ndjson': lines(
      [0, 1].map((index) => ({
        id: idOf('m', FAR + index),
        code: `${index}`,
        commitment_id: idOf('c', FAR + 3),
        title_ka: `ეტაპი ${index}`,
        title_en: `Step ${index}`,
        end_date: PERIODS[index]![0],
        end_precision: PERIODS[index]![1],
        // One is in English only, one in Georgian only: the export has the first language's first.
        responsible_agency_ids: [idOf('p', 101), idOf('p', 100)],
        partner_ids: index === 0 ? [idOf('p', 101)] : [],
        evidence:
          index === 0 ? ['Report: final:https://example.org/a:b', 'A title: without address:', '"=1":'] : [],
      })),
    ),
    'progress-reports.ndjson': lines(
      [0, 1].map((index) => ({
        id: idOf('r', index),
        commitment_id: index === 0 ? idOf('c', FAR) : null,
        milestone_id: index === 1 ? idOf('m', FAR) : null,
        period_kind: index === 0 ? 'annual' : 'semi-annual',
        period_year: 2024,
        period_start: '2024-01-01',
        period_end: '2024-12-31',
        implementation_status: 'in-progress',
        narrative_ka: textAt(index),
        narrative_en: MARKDOWN,
        evidence: index === 0 ? ['One:https://example.org/1', 'Two:'] : [],
        assessor_kind: 'independent',
        assessor_id: index === 0 ? idOf('p', 100) : null,
        assessor_name_en: index === 1 ? '@name' : null,
        ratings: index === 0 ? ['completion:limited:Limited: partly', 'verifiability::=High'] : [],
        published_on: '2025-01-31',
      })),
    ),
    'status-history.ndjson': lines([
      ...history('commitments', idOf('c', FAR)),
      ...history('milestones', idOf('m', FAR + 1)),
    ]),
  };
}

/** Files of lines with the lines of others after them. */
export const joined = (...sets: readonly Files[]): Files => {
  const names = [...new Set(sets.flatMap((files) => Object.keys(files)))];
  return Object.fromEntries(
    names.map((name) => [name, sets.map((files) => files[name]?.toString() ?? '').join('')]),
  );
};
