import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ColumnValue } from 'strapi-plugin-accountability/declare';
import { vocabularies } from './vocabularies';
import { ASSESSMENT_SCALES } from './vocabularies/assessment-scales';
import { valuesOf } from './vocabularies/codes';
import { RATING_SCHEMES } from './vocabularies/rating-schemes';

interface Schema {
  attributes: Record<string, { type: string; enum?: string[] }>;
}

const SOURCES = path.resolve(__dirname, '..');
const LANGUAGES = ['ka', 'en', 'es', 'fr', 'ar'];

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

it.each(enumerations())(
  'the values of %s are those of one vocabulary, as chosen by default, in its order',
  (_, values) => {
    expect(vocabularies.map((vocabulary) => vocabulary.map(({ value }) => value))).toContainEqual(values);
  },
);

/** Fails for a code without a label in a language, and for one that means different things. */
function expectOneMeaning(values: readonly ColumnValue[]): void {
  const known = new Map<string, unknown>();
  for (const { value, labels } of values) {
    expect([value, ...LANGUAGES.map((language) => labels[language])]).toEqual([
      value,
      expect.stringMatching(/\p{Script=Georgian}/u),
      expect.stringMatching(/^[A-Z]/),
      expect.stringMatching(/^[¿\p{Lu}]/u),
      expect.stringMatching(/^\p{Lu}/u),
      expect.stringMatching(/\p{Script=Arabic}/u),
    ]);
    expect([value, known.get(value) ?? labels]).toEqual([value, labels]);
    known.set(value, labels);
  }
}

it('gives a code one meaning, chosen or not, in each language: the panel looks it up by the code alone', () => {
  expectOneMeaning([
    ...vocabularies.flat(),
    ...ASSESSMENT_SCALES.flatMap(({ codes }) => valuesOf(codes)),
    ...valuesOf(RATING_SCHEMES.map(({ code }) => code)),
  ]);
});

it.each(RATING_SCHEMES)('the scheme $code has each step of its scale once', ({ values }) => {
  expectOneMeaning(values);
  expect(new Set(values.map(({ value }) => value)).size).toBe(values.length);
});

it.each(ASSESSMENT_SCALES)('the scale $name has a step for a promise that was kept whole', (scale) => {
  expect(scale.codes).toContain(scale.whole);
  expect(new Set(scale.codes).size).toBe(scale.codes.length);
});
