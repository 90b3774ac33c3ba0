import fc from 'fast-check';
import { dataIssues } from './check-data';
import { identityIssues } from './identity';
import type { ValueAttributes } from './model';

const MODELS: Readonly<Record<string, ValueAttributes>> = {
  plan: {
    title: { type: 'string', maxLength: 10 },
    note: { type: 'string', columnType: { type: 'text' }, maxLength: 1000 },
    text: { type: 'richtext' },
    kind: { type: 'enumeration', enum: ['a', 'b'] },
    count: { type: 'integer' },
    large: { type: 'biginteger' },
    share: { type: 'decimal' },
    open: { type: 'boolean' },
    day: { type: 'date' },
    moment: { type: 'datetime' },
    any: { type: 'json' },
    parent: { type: 'relation' },
    file: { type: 'media' },
    frame: { type: 'component', component: 'frame' },
    items: { type: 'component', component: 'frame', repeatable: true },
    parts: { type: 'dynamiczone', components: ['frame'] },
  },
  frame: { start: { type: 'date' }, inner: { type: 'component', component: 'inner', repeatable: true } },
  inner: { day: { type: 'date' } },
};
const issuesOf = (data: unknown): string[] =>
  dataIssues((uid) => MODELS[uid], 'plan', data).map(({ path, code }) => `${path.join('.')} ${code}`);

it.each<[object, string[]]>([
  [{}, []],
  [{ title: null, day: undefined, unknown: {} }, []],
  [{ title: 'ა'.repeat(10), note: 'x'.repeat(1000), text: 'x'.repeat(100_000) }, []],
  [{ title: '😀'.repeat(10) }, []],
  [{ title: 'ა'.repeat(11) }, ['title too-long']],
  [{ title: 5, text: ['x'] }, ['title not-text', 'text not-text']],
  [{ kind: 'c' }, ['kind not-one-of']],
  [{ kind: 'constructor' }, ['kind not-one-of']],
  [{ count: 2_147_483_647, large: '9223372036854775807', share: '1.5' }, []],
  [
    { count: 2_147_483_648, large: '9223372036854775808', share: Infinity },
    ['count not-whole-number', 'large not-whole-number', 'share not-number'],
  ],
  [{ count: 1.5 }, ['count not-whole-number']],
  [{ open: 'true' }, ['open not-boolean']],
  [{ day: '2016-02-29' }, []],
  [{ day: '2015-02-29' }, ['day day-missing']],
  [{ day: new Date() }, ['day day-form']],
  [{ moment: new Date() }, []],
  [{ moment: '2026-12-31T20:30:00+04:00' }, []],
  [{ moment: '2026-02-30T20:30:00Z' }, ['moment not-moment']],
  [{ moment: new Date(NaN) }, ['moment not-moment']],
  [{ moment: '2026-12-31T25:00:00Z' }, ['moment not-moment']],
  [{ any: { constructor: [1] } }, []],
  [{ parent: 'abc', file: [1, '2', { id: 3 }, { documentId: 'x', locale: 'ka', status: 'draft' }] }, []],
  [{ parent: { connect: ['x'], disconnect: [{ id: 1 }], set: null }, file: {} }, []],
  [
    { parent: { connect: [{ id: 1, position: { before: 'x' } }, {}] }, file: [true] },
    ['parent.connect.1 not-link', 'file.0 not-link'],
  ],
  [{ frame: [] }, ['frame not-object']],
  [{ frame: { id: 1, start: '2015-02-29' } }, ['frame.start day-missing']],
  [{ frame: { id: 'x' } }, ['frame.id not-whole-number']],
  [{ items: {} }, ['items not-list']],
  [{ items: [{ inner: [{ day: 'x' }] }, 5] }, ['items.0.inner.0.day day-form', 'items.1 not-object']],
  [
    { parts: [{ __component: 'frame', start: 'x' }, { __component: 'other' }] },
    ['parts.0.start day-form', 'parts.1.__component not-one-of'],
  ],
])('%j: %j', (data, expected) => {
  expect(issuesOf(data)).toEqual(expected);
});

it('says so where the data is no object', () => {
  expect([null, [], 'x', 5].map(issuesOf)).toEqual(Array(4).fill([' not-object']));
});

it('is broken by no value, and names few of many faults', () => {
  const data = fc.record(
    Object.fromEntries(Object.keys(MODELS.plan!).map((name) => [name, fc.anything({ withBigInt: true })])),
    { requiredKeys: [] },
  );
  fc.assert(fc.property(data, (given) => expect(Array.isArray(issuesOf(given))).toBe(true)));
  expect(issuesOf({ items: Array(1000).fill(5) })).toHaveLength(20);
});

describe('identityIssues', () => {
  const locales = ['ka', 'en'];
  const codesOf = (data: object, documentId?: string, isCopy = false) =>
    identityIssues(data as Record<string, unknown>, { documentId, isCopy, locales }).map(
      ({ path, code }) => `${path.join('.')} ${code}`,
    );

  it('lets a document keep its own id, and a new one have none', () => {
    expect(codesOf({ documentId: 'a', id: 5, locale: 'ka' }, 'a')).toEqual([]);
    expect(codesOf({ documentId: '', id: null, locale: null })).toEqual([]);
    expect(codesOf({ documentId: 'a', id: 5 }, undefined, true)).toEqual([]);
  });

  it('refuses another one', () => {
    expect(codesOf({ documentId: 'b' }, 'a')).toEqual(['documentId id-is-given']);
    expect(codesOf({ documentId: null }, 'a')).toEqual(['documentId id-is-given']);
    expect(codesOf({ documentId: 'b', id: 5 })).toEqual(['id id-is-given', 'documentId id-is-given']);
    expect(codesOf({ id: {} }, 'a')).toEqual(['id id-is-given']);
    expect(codesOf({ locale: 'xx' })).toEqual(['locale not-one-of']);
    expect(codesOf({ locale: ['ka'] })).toEqual(['locale not-one-of']);
  });
});
