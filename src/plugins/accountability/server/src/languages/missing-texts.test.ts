import { missingTexts, warnOfMissingTexts } from './missing-texts';

const both = { ka: 'ა', en: 'a' };
const onlyEnglish = { en: 'a' };
const column = { name: 'id', type: 'string', source: 'documentId', labels: both, description: onlyEnglish };
const config = {
  languages: ['ka', 'en'],
  openData: { publisher: { name: { ka: 'მერია' } } },
  datasets: [
    {
      name: 'books',
      contentType: 'api::book.book',
      key: 'id',
      labels: both,
      description: both,
      columns: [column],
    },
    {
      name: 'authors',
      contentType: 'api::author.author',
      key: 'id',
      labels: both,
      description: both,
      columns: [column],
    },
  ],
  feeds: { publisher: onlyEnglish, documents: [], deadlines: [] },
  summary: [{ name: 'books', labels: { en: 'Books' }, contentType: 'api::book.book', by: [] }],
  workflows: [
    {
      name: 'lending',
      contentType: 'api::book.book',
      labels: both,
      initial: 'in',
      states: [{ code: 'in', labels: { en: 'In' }, colour: '#000000' }],
      transitions: [{ name: 'lend', labels: { en: 'Lend' }, from: '*', to: null }],
    },
  ],
  guards: [{ name: 'onShelf', message: { en: 'Not on the shelf' }, holds: () => true }],
  comments: { reportReasons: [{ code: 'hate', labels: { en: 'Hate' } }] },
};

describe('declared texts that lack a language of the site', () => {
  it('are found in every declaration, a text that is in several once', () => {
    expect(missingTexts(config).map(({ place, languages }) => [place, languages.join()])).toEqual([
      ['setting "openData.publisher.name": the text', 'en'],
      ['dataset "books", column "id": a description', 'ka'],
      ['table "books": a label', 'ka'],
      ['workflow "lending" of "api::book.book": state "in": a label', 'ka'],
      ['workflow "lending" of "api::book.book": transition "lend": a label', 'ka'],
      ['guard "onShelf": a message', 'ka'],
      ['the reason "hate" of reports: a label', 'ka'],
    ]);
  });

  it('are reported in one warning, by the languages they lack; without one nothing is logged', () => {
    const warn = jest.fn();
    const strapi = (given: object) => ({ config: { get: () => given }, log: { warn } }) as never;
    warnOfMissingTexts(strapi(config));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0][0]).toMatch(/^Texts of declarations lack a language of the site;/);
    expect(warn.mock.calls[0][0]).toContain('\n- in en: setting "openData.publisher.name": the text\n');
    expect(warn.mock.calls[0][0]).toContain('\n- in ka: dataset "books", column "id": a description; table');
    warnOfMissingTexts(strapi({ ...config, languages: ['en'], openData: {} }));
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
