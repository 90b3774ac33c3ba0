import { dataDictionary } from './dictionary';
import { exampleCatalogue, exampleDataset } from './example-catalogue.test-support';

/** The rows of all tables, as cells. */
const rows = (page: string): string[][] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(/ (?<!\\)\| /));

describe('the data dictionary', () => {
  it.each([
    ['en', 'English', 'code'],
    ['ka', 'ქართული', 'კოდი'],
  ])('describes every column and every code in "%s"', (language, word, code) => {
    const page = dataDictionary(exampleCatalogue(), language);
    const table = rows(page);
    for (const name of ['id', 'title_ka', 'title_en', 'author_id', 'genre', 'website', 'updated_at']) {
      const cells = table.find(([first]) => first === `\`${name}\``);
      expect(cells).toHaveLength(4);
      expect(cells![3]).toContain(`${word} description of`);
    }
    expect(table).toContainEqual(['`novel`', `${word} novel`]);
    expect(table.find(([first]) => first === '`genre`')![2]).toBe(code);
  });

  it('says what holds of the values', () => {
    const note = (name: string) =>
      rows(dataDictionary(exampleCatalogue(), 'en')).find(([first]) => first === `\`${name}\``)![3];
    expect(note('id')).toMatch(/Key of the dataset\. Never empty\. No value occurs twice\.$/);
    expect(note('reader_ids')).toMatch(/separated by `\\\|`\. Refers to `authors\.id`\.$/);
    expect(note('pages')).toMatch(/Cannot be used as a filter\.$/);
  });

  it('keeps Markdown and line ends in texts from breaking the tables', () => {
    const catalogue = exampleCatalogue();
    const [, ...columns] = exampleDataset('authors').columns;
    const wild = { ka: 'ა', en: 'a | b\n# c <script> [x](y) `z`' };
    const dataset = {
      ...exampleDataset('authors'),
      columns: [{ ...exampleDataset('authors').columns[0]!, description: wild }, ...columns],
    };
    const page = dataDictionary({ ...catalogue, config: { ...catalogue.config, datasets: [dataset] } }, 'en');
    expect(rows(page).find(([first]) => first === '`id`')).toHaveLength(4);
    expect(page).toContain('a \\| b \\# c \\<script\\> \\[x\\](y) \\`z\\`');
  });
});
