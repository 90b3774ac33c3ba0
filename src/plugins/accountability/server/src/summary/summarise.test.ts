import type { ColumnDeclaration } from '../datasets/declaration';
import { summarise } from './summarise';

const words = (text: string) => ({ ka: `${text}-ka`, en: text });
const status: ColumnDeclaration = {
  name: 'status',
  type: 'enum',
  source: 'status',
  labels: words('Status'),
  description: words('Status'),
  values: ['open', 'half', 'closed'].map((value) => ({ value, labels: words(value.toUpperCase()) })),
};
const agency: ColumnDeclaration = {
  name: 'agency_ids',
  type: 'string',
  source: 'agencies.documentId',
  separator: '|',
  labels: words('Agency'),
  description: words('Agency'),
};
const table = { name: 't', labels: words('Table'), contentType: 'x' };
const meanings = [
  new Map([
    ['open', 'OPEN'],
    ['half', 'HALF'],
    ['closed', 'CLOSED'],
  ]),
];

describe('a table of counts', () => {
  it('has a vocabulary in its own order and in full, and what has no value last', () => {
    const counts = [
      { values: [null], count: 1 },
      { values: ['closed'], count: 2 },
      { values: ['open'], count: 3 },
    ];
    const view = summarise({ ...table, by: [{ column: status }] }, 6, counts, meanings, 'en');
    expect(view).toMatchObject({
      label: 'Table',
      total: 6,
      dimensions: [{ name: 'status', label: 'Status' }],
    });
    expect(view.counts).toEqual([
      { status: { value: 'open', label: 'OPEN' }, count: 3 },
      { status: { value: 'half', label: 'HALF' }, count: 0 },
      { status: { value: 'closed', label: 'CLOSED' }, count: 2 },
      { status: null, count: 1 },
    ]);
  });

  it('of two dimensions has only what occurs, ordered by the first and then the second', () => {
    const counts = [
      { values: ['b', 'closed'], count: 1 },
      { values: [null, 'open'], count: 1 },
      { values: ['b', 'open'], count: 4 },
      { values: ['a', null], count: 2 },
    ];
    const by = [{ column: agency, label: 'name' }, { column: status }];
    const names = [new Map([['a', 'Agency A']]), meanings[0]!];
    const view = summarise({ ...table, by }, 7, counts, names, 'en');
    expect(view.counts).toEqual([
      { agency_ids: { value: 'a', label: 'Agency A' }, status: null, count: 2 },
      { agency_ids: { value: 'b', label: 'b' }, status: { value: 'open', label: 'OPEN' }, count: 4 },
      { agency_ids: { value: 'b', label: 'b' }, status: { value: 'closed', label: 'CLOSED' }, count: 1 },
      { agency_ids: null, status: { value: 'open', label: 'OPEN' }, count: 1 },
    ]);
  });

  it('without dimensions is a number', () => {
    expect(summarise({ ...table, by: [] }, 5, [{ values: [], count: 5 }], [], 'ka')).toEqual({
      name: 't',
      label: 'Table-ka',
      total: 5,
      dimensions: [],
      counts: [],
    });
  });
});
