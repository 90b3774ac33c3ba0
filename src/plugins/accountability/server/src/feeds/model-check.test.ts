import type { ModelLookup } from '../datasets/content-model';
import { parseFeedsConfig } from './config';
import { feedsModelProblems } from './model-check';

const models: Record<string, ReturnType<ModelLookup>> = {
  'api::book.book': {
    attributes: {
      title: { type: 'string' },
      slug: { type: 'string' },
      secret: { type: 'string', private: true },
    },
  },
  'api::chapter.chapter': {
    attributes: {
      title: { type: 'string' },
      book: { type: 'relation', relation: 'manyToOne', target: 'api::book.book' },
      hidden: { type: 'relation', relation: 'manyToOne', target: 'api::book.book', private: true },
      authors: { type: 'relation', relation: 'manyToMany', target: 'api::book.book' },
    },
  },
};
const publisher = { ka: 'გამომცემელი', en: 'Publisher' };
const chapter = (page?: Record<string, string>) => ({
  contentType: 'api::chapter.chapter',
  title: 'title',
  ...(page && { page }),
});
const problemsOf = (page: Record<string, string>) =>
  feedsModelProblems(
    parseFeedsConfig({ languages: ['ka', 'en'], feeds: { publisher, documents: [chapter(page)] } }),
    [],
    (uid) => models[uid],
  );
const both = (path: string) => ({ ka: path, en: `${path}?locale=en` });

describe('pages of documents in feeds', () => {
  it('may be made of the document, and of the one document a relation leads to', () => {
    expect(problemsOf(both('/books/{book.slug}/{title}#{documentId}'))).toEqual([]);
  });

  it.each([
    ['book', 'a relation has no text'],
    ['nothing', 'there is no such attribute'],
    ['book.nothing', 'the other one has no such attribute'],
    ['book.secret', 'it is private'],
    ['hidden.slug', 'the relation is private'],
    ['authors.slug', 'a list has no one address'],
    ['title.slug', 'it is no relation'],
  ])('are refused for {%s}: %s', (name) => {
    expect(problemsOf(both(`/books/{${name}}`))).toEqual([
      `feeds.documents: "${name}" is no public attribute of "api::chapter.chapter"`,
    ]);
  });

  it('exist in every language of the site, and so does its first page', () => {
    const feeds = { publisher, home: { ka: '/' }, documents: [chapter({ en: '/chapters' })] };
    expect(() => parseFeedsConfig({ languages: ['ka', 'en'], feeds })).toThrow(
      [
        'the feeds declaration needs correcting:',
        '- feeds.home: a path for "en" is missing; write one',
        '- feeds.documents, "api::chapter.chapter": a path for "ka" is missing; write one',
      ].join('\n'),
    );
    expect(() =>
      parseFeedsConfig({
        languages: ['ka', 'en'],
        feeds: { ...feeds, home: both('https://elsewhere.example') },
      }),
    ).toThrow('feeds.home.ka');
  });
});
