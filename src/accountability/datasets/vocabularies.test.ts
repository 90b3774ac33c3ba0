import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { vocabularies } from './vocabularies';

interface Schema {
  attributes: Record<string, { type: string; enum?: string[] }>;
}

const SOURCES = path.resolve(__dirname, '../..');

/** The values of every enumeration of the content types and components. */
function enumerations(): [name: string, values: string[]][] {
  const files = ['api', 'components'].flatMap((folder) =>
    readdirSync(path.join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => path.join(folder, file)),
  );
  return files.flatMap((file) => {
    const { attributes } = JSON.parse(readFileSync(path.join(SOURCES, file), 'utf8')) as Schema;
    return Object.entries(attributes)
      .filter(([, { type }]) => type === 'enumeration')
      .map(([name, { enum: values = [] }]): [string, string[]] => [`${file} ${name}`, values]);
  });
}

it('finds the enumerations it is about', () => {
  expect(enumerations().length).toBeGreaterThan(10);
});

it.each(enumerations())('the values of %s are those of one vocabulary, in its order', (_, values) => {
  expect(vocabularies.map((vocabulary) => vocabulary.map(({ value }) => value))).toContainEqual(values);
});

it('gives a code one meaning, in both languages: the panel looks it up by the code alone', () => {
  const known = new Map<string, unknown>();
  for (const { value, labels } of vocabularies.flat()) {
    expect([value, labels.ka, labels.en]).toEqual([
      value,
      expect.stringMatching(/\p{Script=Georgian}/u),
      expect.stringMatching(/^[A-Z]/),
    ]);
    expect([value, known.get(value) ?? labels]).toEqual([value, labels]);
    known.set(value, labels);
  }
});
