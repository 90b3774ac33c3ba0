import type { ColumnDeclaration } from '../datasets/declaration';
import type { Model } from '../datasets/content-model';
import { parseSummaryConfig, type SummaryTable } from './config';
import { summaryModelProblems } from './model-check';

const words = { ka: 'სიტყვა', en: 'Word' };
const models: Record<string, Model> = {
  thing: {
    attributes: {
      code: { type: 'string' },
      secret: { type: 'string', private: true },
      maker: { type: 'relation', relation: 'manyToOne', target: 'maker' },
    },
  },
  maker: { attributes: { name: { type: 'string' }, email: { type: 'email', private: true } } },
};
const column = (source: string, more: Partial<ColumnDeclaration> = {}): ColumnDeclaration => ({
  name: 'value',
  type: 'string',
  source,
  labels: words,
  description: words,
  ...more,
});
const problems = (by: SummaryTable['by']) =>
  summaryModelProblems(
    [{ name: 'things', labels: words, contentType: 'thing', by }],
    ['ka', 'en'],
    (uid) => models[uid],
  );

describe('the check of a summary', () => {
  it('finds nothing wrong with what can be counted', () => {
    expect(problems([{ column: column('code') }])).toEqual([]);
    expect(problems([{ column: column('maker.documentId'), label: 'name' }])).toEqual([]);
  });

  it.each([
    ['private', { column: column('secret') }],
    ['no attribute "nothing"', { column: column('nothing') }],
    ['"email" is no public attribute', { column: column('maker.documentId'), label: 'email' }],
    ['"unit" is for dates', { column: column('code'), unit: 'month' as const }],
    ['a label is missing in every language', { column: column('code', { labels: { ka: ' ' } }) }],
  ])('says what is wrong: %s', (problem, dimension) => {
    expect(problems([dimension]).join('\n')).toContain(problem);
  });

  it('stops at what is no declaration', () => {
    const table = { name: 'things', labels: words, contentType: 'thing', by: [] };
    expect(() =>
      parseSummaryConfig({ languages: ['ka', 'en'], summary: [{ ...table, name: 'Things' }] }),
    ).toThrow('summary.0.name');
    expect(() => parseSummaryConfig({ languages: ['ka', 'en'], summary: [table, table] })).toThrow(
      'taken by another table',
    );
    expect(() =>
      parseSummaryConfig({ languages: ['ka', 'en'], summary: [{ ...table, labels: {} }] }),
    ).toThrow('a label is missing in every language');
    expect(
      parseSummaryConfig({ languages: ['es', 'ka'], summary: [{ ...table, labels: { ka: 'x' } }] }),
    ).toMatchObject([{ labels: { es: 'x', ka: 'x' } }]);
    expect(parseSummaryConfig({ languages: ['ka', 'en'] })).toEqual([]);
  });
});
