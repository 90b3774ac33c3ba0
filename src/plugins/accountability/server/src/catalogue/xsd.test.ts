import { SaxesParser } from 'saxes';
import { exampleCatalogue, exampleDataset } from './example-catalogue.test-support';
import { xmlSchema } from './xsd';

const schema = xmlSchema(exampleCatalogue(), exampleDataset('books'));

/** Opening tags with their attributes, in order. */
function tags(text: string) {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ tag: name, ...attributes }));
  parser.write(text).close();
  return found;
}

describe('the schema of an XML file', () => {
  const elements = tags(schema).filter(({ tag }) => tag === 'xs:element');
  const record = elements.slice(0, elements.findIndex(({ name }) => name === 'url') - 1);

  it('has an element for every column, in both languages and in one, in the declared order', () => {
    expect(record.map(({ name }) => name).filter((name) => name !== 'item')).toEqual([
      ...['id', 'title_ka', 'title_en', 'title', 'author_id', 'reader_ids', 'genre', 'pages', 'price'],
      ...['lent', 'published', 'updated_at'],
    ]);
  });

  it('lets only what is declared so be missing', () => {
    const required = record.filter(({ name, minOccurs }) => name !== 'item' && minOccurs !== '0');
    expect(required.map(({ name }) => name)).toEqual(['id', 'updated_at']);
  });

  it('knows the types and the values of a vocabulary', () => {
    for (const [name, type] of [
      ['pages', 'xs:integer'],
      ['price', 'xs:double'],
      ['lent', 'xs:boolean'],
      ['published', 'xs:date'],
      ['updated_at', 'xs:dateTime'],
      ['genre', 'd:genre-value'],
    ]) {
      expect(schema).toMatch(new RegExp(`<xs:element name="${name}".*<xs:extension base="${type}">`));
    }
    const values = tags(schema).filter(({ tag }) => tag === 'xs:enumeration');
    expect(values.map(({ value }) => value)).toEqual(['novel', 'sci-fi (new)', 'ka', 'en']);
  });
});
