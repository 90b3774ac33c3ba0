import { byDocument, warningContextOf } from './warning-context';

const row = (documentId: string, locale: string) => ({ documentId, locale });

describe('factsOf', () => {
  it('uses the first language of the site for the document', () => {
    const [en, ka] = [row('a', 'en'), row('a', 'ka')];
    expect(warningContextOf([en, ka], ['ka', 'en'], '2020-01-01')).toEqual({
      document: ka,
      languages: { ka, en },
      siteLanguages: ['ka', 'en'],
      today: '2020-01-01',
    });
  });

  it('takes a language the site does not have last', () => {
    expect(warningContextOf([row('a', 'de'), row('a', 'en')], ['ka', 'en'], '').document).toEqual(
      row('a', 'en'),
    );
  });
});

it('puts the rows of a document together', () => {
  const rows = [row('a', 'ka'), row('a', 'en'), row('b', 'ka')];
  expect(byDocument(rows)).toEqual([[rows[0], rows[1]], [rows[2]]]);
  expect(byDocument([])).toEqual([]);
});
