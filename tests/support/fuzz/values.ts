import * as fc from 'fast-check';
import { resolve, type Description, type Schema } from './operations';

const EDGES = [0, -0, 1, -1, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e21, 1e308, 0.1, -(2 ** 63)];

/** Texts at the edges of Unicode and of what parsers take for something else. */
const TEXTS = [
  '',
  ' ',
  '%',
  '0x10',
  '1e3',
  '+1',
  '１',
  'NaN',
  'null',
  'undefined',
  'true',
  '*',
  "'",
  '"',
  '\\',
  ';--',
  '$eq',
  '../..',
  'ქართული',
  'ᲥᲐᲠᲗᲣᲚᲘ',
  'İıſK',
  'e\u0301\u0302',
  '\u200b\u202e',
  '\ufeff',
  '\ufffd',
  '\u{1f1ec}\u{1f1ea}',
  '\u{10ffff}',
  '\t\r\n',
  '\0',
  '\x1b[0m',
];
const DATES = [
  '2026-02-29',
  '2024-02-29',
  '0000-01-01',
  '9999-12-31',
  '+275760-09-13',
  '2026-13-01',
  '2026-1-1',
  '2026-12-31T23:59:60Z',
  '2026-12-31T24:00:00+14:00',
  '31.12.2026',
  '1e400',
];

/** A text that is nothing in particular. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TEXTS, ...DATES),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer().map(String),
  fc.double().map(String),
  // Longer than any name, shorter than what a form has to refuse by its length alone.
  fc.integer({ min: 80, max: 1200 }).map((length) => 'ა'.repeat(length)),
);

const near = (bound: number) => [bound - 1, bound, bound + 1];

function number({ minimum, maximum }: Schema): fc.Arbitrary<number> {
  const bounds = [minimum, maximum].flatMap((bound) => (bound === undefined ? [] : near(bound)));
  return fc.oneof(fc.constantFrom(...bounds, ...EDGES), fc.integer({ min: minimum, max: maximum ?? 100 }));
}

function text({ minLength = 0, maxLength = 60, format }: Schema): fc.Arbitrary<string> {
  if (format === 'email') return fc.oneof(fc.emailAddress(), oddText);
  const lengths = [...near(minLength), ...near(Math.min(maxLength, 4000))].filter((length) => length >= 0);
  return fc.oneof(
    fc.constantFrom(...lengths).map((length) => 'ab '.repeat(length).slice(0, length)),
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) }),
  );
}

/** Values a schema allows, and some just beside it. */
export function valueOf(description: Description, given: Schema): fc.Arbitrary<unknown> {
  const schema = resolve(description, given);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valueOf(description, one)));
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => valueOfType(description, schema, type)));
}

function valueOfType(description: Description, schema: Schema, type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valueOf(description, schema.items ?? {}), { maxLength: 4 });
    case 'string':
      return text(schema);
  }
  const { properties = {}, required = [] } = schema;
  const members = Object.entries(properties).map(([name, of]) => [name, valueOf(description, of)]);
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: required.filter((name) => name in properties),
  });
}

/** A text without halves of characters, which no address can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
