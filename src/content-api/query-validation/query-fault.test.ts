import { namesIn, type Schema } from './model';
import { queryFault } from './query-fault';

const SCHEMAS: Readonly<Record<string, Schema>> = {
  commitment: {
    attributes: {
      documentId: { type: 'string' },
      title: { type: 'string' },
      order: { type: 'integer' },
      share: { type: 'decimal' },
      createdAt: { type: 'datetime' },
      milestones: { type: 'relation', target: 'milestone' },
      timeframe: { type: 'component', component: 'timeframe' },
    },
  },
  milestone: { attributes: { documentId: { type: 'string' }, title: { type: 'string' } } },
  timeframe: { attributes: { startDate: { type: 'date' } } },
};
const faultOf = (query: Record<string, unknown>) =>
  queryFault(
    query,
    'commitment',
    namesIn((uid) => SCHEMAS[uid]),
  );

it.each([
  [{ filters: { $not: [{ title: '1' }] } }, 'CONDITIONS_NEEDED', 'filters[$not]'],
  [{ filters: { $and: '1' } }, 'LIST_NEEDED', 'filters[$and]'],
  [{ filters: { $or: { x: { title: 'a' } } } }, 'LIST_NEEDED', 'filters[$or]'],
  [{ filters: { $or: ['1'] } }, 'CONDITIONS_NEEDED', 'filters[$or][0]'],
  [{ filters: ['1'] }, 'CONDITIONS_NEEDED', 'filters'],
  [{ filters: { $contains: 'a' } }, 'OPERATOR_NOT_HERE', 'filters[$contains]'],
  [{ filters: { title: { $or: [{ $eq: 'a' }] } } }, 'OPERATOR_NOT_HERE', 'filters[title][$or]'],
  [{ filters: { title: { $eq: { $gt: 'a' } } } }, 'VALUE_NEEDED', 'filters[title][$eq]'],
  [{ filters: { title: { $between: ['1', '2', '3'] } } }, 'BETWEEN_NEEDS_TWO', 'filters[title][$between]'],
  [{ filters: { order: 'x' } }, 'WHOLE_NUMBER_NEEDED', 'filters[order]'],
  [{ filters: { order: { $in: ['1', '99999999999'] } } }, 'WHOLE_NUMBER_NEEDED', 'filters[order][$in]'],
  [{ filters: { order: { $contains: '1' } } }, 'TEXTS_ONLY', 'filters[order][$contains]'],
  [{ filters: { share: '1e400' } }, 'NUMBER_NEEDED', 'filters[share]'],
  [{ filters: { createdAt: { $gt: '-271821-04-20' } } }, 'DATE_OUT_OF_RANGE', 'filters[createdAt][$gt]'],
  [{ filters: { id: '' } }, 'WHOLE_NUMBER_NEEDED', 'filters[id]'],
  [{ filters: { milestones: 'abc' } }, 'WHOLE_NUMBER_NEEDED', 'filters[milestones]'],
  [{ filters: { milestones: { $eq: '1', $ne: '2' } } }, 'ONE_OPERATOR', 'filters[milestones]'],
  [{ filters: { timeframe: { documentId: 'a' } } }, 'NO_SUCH_FIELD', 'filters[timeframe][documentId]'],
  [{ populate: { timeframe: { fields: ['documentId'] } } }, 'NO_SUCH_FIELD', 'populate[timeframe][fields]'],
  [
    { populate: { milestones: { filters: { $not: '1' } } } },
    'CONDITIONS_NEEDED',
    'populate[milestones][filters][$not]',
  ],
  [{ sort: ['title', 'timeframe.documentId:asc'] }, 'NO_SUCH_FIELD', 'sort'],
  [{ sort: { timeframe: { documentId: 'asc' } } }, 'NO_SUCH_FIELD', 'sort'],
  [{ fields: 'title,' }, 'EMPTY_FIELD', 'fields'],
  [{ pagination: { start: '99999999999999999999' } }, 'WHOLE_NUMBER_NEEDED', 'pagination[start]'],
  [{ _q: ['a'] }, 'TEXT_NEEDED', '_q'],
])('finds what a database would fail at in %j', (query, code, place) => {
  expect(faultOf(query)).toEqual({ code, place });
});

it.each([
  {},
  { filters: { title: { $containsi: 'a' }, $or: [{ order: { $gte: '1' } }, { order: { $null: 'true' } }] } },
  { filters: { $not: { title: 'a' }, title: { $not: { $in: ['1', '2'] } }, documentId: 'abc' } },
  {
    filters: {
      milestones: { documentId: { $in: ['a', 'b'] } },
      timeframe: { startDate: { $lt: '2026-01-01' } },
    },
  },
  { filters: { milestones: { $null: 'true' } }, sort: ['title:asc', 'timeframe.startDate'] },
  { filters: { createdAt: { $between: ['2020-01-01', '2021-01-01'] } }, fields: 'title,documentId' },
  { populate: { timeframe: true, milestones: { fields: ['documentId'], sort: 'title' } } },
  { populate: 'milestones', pagination: { page: '2', pageSize: '1000', withCount: 'false' }, _q: 'a' },
])('leaves what Strapi understands: %j', (query) => {
  expect(faultOf(query)).toBeNull();
});
