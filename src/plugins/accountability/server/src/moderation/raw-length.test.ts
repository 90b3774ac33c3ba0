import { commentForm, measureComment } from './comment-form';
import { answerForm } from './queue/answer-form';
import { cutName, rawFailures } from './raw-length';
import { measureReport, reportForm } from './report-form';
import { Refusal } from './refusal';

const MAX_LENGTHS = { name: { least: 2, most: 10 }, body: { least: 3, most: 100 } };
const codes = (data: Record<string, unknown>) =>
  rawFailures(data, MAX_LENGTHS).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('the raw length of a form', () => {
  it.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [{ name: 'x'.repeat(20), body: '😀'.repeat(100) }, []],
    [{ name: 'x'.repeat(21), body: '\u0301'.repeat(201) }, ['name TOO_LONG', 'body TOO_LONG']],
    [{ name: ['x'.repeat(100)], body: null }, []],
    [JSON.parse('{"__proto__": {"name": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}}'), []],
  ])('is reported field by field: %j', (data, expected) => {
    expect(codes(data)).toEqual(expected);
  });

  it('is the number of its fields, too: the first unknown ones are reported, by the beginning of their names', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`f${at}${'x'.repeat(99)}`, 1]));
    const failures = rawFailures({ name: 'ok', ...many }, MAX_LENGTHS);
    expect(failures.map(({ code }) => code)).toEqual(Array(5).fill('FIELD_UNKNOWN'));
    expect(failures[0]!.path[0]).toHaveLength(50);
    expect(cutName('short')).toBe('short');
  });

  it('is reported in both languages with the longest text that is taken', () => {
    expect(rawFailures({ name: 'x'.repeat(21) }, MAX_LENGTHS)[0]!.values).toEqual({ least: '2', most: '10' });
  });
});

describe('forms', () => {
  const data = {
    authorName: '\u0301\u0323'.repeat(81),
    authorEmail: '\u0301\u0323'.repeat(255),
    body: '\u0301\u0323'.repeat(4001),
    details: '\u0301\u0323'.repeat(1001),
    reason: 'hate',
    agency: 'abc',
    language: 'ka',
    ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}${'\u0301\u0323'.repeat(1000)}`, 1])),
  };
  const normalize = jest.spyOn(String.prototype, 'normalize');
  afterAll(() => normalize.mockRestore());

  it.each<[string, () => unknown]>([
    ['comment, measured', () => measureComment({ data })],
    ['comment, read', () => commentForm({ languages: ['ka'], honeypot: 'website' })({ data }, 'ka')],
    ['report, measured', () => measureReport({ data })],
    ['report, read', () => reportForm({ reasons: ['hate'], honeypot: 'website' })({ data })],
    ['official answer', () => answerForm(['ka'], { agencies: true })(data)],
  ])('of a %s compose nothing of what is too long', (_form, read) => {
    normalize.mockClear();
    expect(read).toThrow(Refusal);
    const composed = normalize.mock.contexts.map((text) => String(text).length);
    expect(composed.filter((length) => length > 50)).toEqual([]);
    expect(composed.length).toBeLessThanOrEqual(5);
  });
});
