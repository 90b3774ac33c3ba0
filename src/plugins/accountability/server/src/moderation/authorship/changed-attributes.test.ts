import { changedAttributes } from './changed-attributes';
import type { ProtectedAttribute } from './protected-attributes';

const attribute = (name: string, isRelation = false): ProtectedAttribute => ({
  name,
  code: 'WRITTEN_BY_AUTHOR',
  isRelation,
});

const ATTRIBUTES = [
  ...['body', 'authorEmail', 'official', 'score', 'reasons', 'createdAt'].map((name) => attribute(name)),
  attribute('agency', true),
  attribute('parent', true),
];
const STORED = {
  body: 'Well done',
  authorEmail: null,
  official: false,
  score: 20,
  reasons: [{ code: 'links', points: 20 }],
  createdAt: new Date('2026-03-01T10:00:00.000Z'),
  agency: { id: 7, documentId: 'ministry' },
  parent: null,
};
const changed = (data: Record<string, unknown>) =>
  changedAttributes(data, ATTRIBUTES, STORED).map(({ name }) => name);

it.each<Record<string, unknown>>([
  {},
  { note: 'anything' },
  { ...STORED },
  JSON.parse(JSON.stringify(STORED)) as Record<string, unknown>,
  { authorEmail: '', official: null, score: '20', reasons: '[{"code":"links","points":20}]' },
  { agency: {}, parent: { connect: [], disconnect: [] } },
  { agency: 'ministry', parent: [] },
  { agency: { set: [{ documentId: 'ministry' }] }, parent: { set: [] } },
  { agency: { connect: [{ id: 7 }] }, parent: { disconnect: ['other'] } },
])('takes an unchanged value for no attempt: %j', (data) => {
  expect(changed(data)).toEqual([]);
});

it.each<[Record<string, unknown>, string]>([
  [{ body: 'Badly done' }, 'body'],
  [{ body: null }, 'body'],
  [{ authorEmail: 'a@example.org' }, 'authorEmail'],
  [{ official: true }, 'official'],
  [{ official: 'true' }, 'official'],
  [{ score: 0 }, 'score'],
  [{ score: '' }, 'score'],
  [{ reasons: '[' }, 'reasons'],
  [{ createdAt: '2026-03-02T10:00:00.000Z' }, 'createdAt'],
  [{ createdAt: 'yesterday' }, 'createdAt'],
  [{ agency: null }, 'agency'],
  [{ agency: 'other' }, 'agency'],
  [{ agency: { set: [] } }, 'agency'],
  [{ agency: { connect: ['other'] } }, 'agency'],
  [{ agency: { disconnect: [7] } }, 'agency'],
  [{ agency: ['ministry', 'other'] }, 'agency'],
  [{ agency: { documentId: 'other', id: 7 } }, 'agency'],
  [{ parent: { connect: [{ id: 1 }] } }, 'parent'],
  [{ parent: 1 }, 'parent'],
])('finds %j', (data, name) => {
  expect(changed(data)).toEqual([name]);
});
