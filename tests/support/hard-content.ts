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
