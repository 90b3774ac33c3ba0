import fc from 'fast-check';
import type { Graph, Term } from './graph';
import { jsonLd } from './json-ld';
import { turtle } from './turtle';

const graph = (terms: readonly Term[], id = 'https://example.org/it'): Graph => ({
  prefixes: { dct: 'http://purl.org/dc/terms/', xsd: 'http://www.w3.org/2001/XMLSchema#' },
  things: [{ id, type: 'dct:Thing', properties: { 'dct:title': terms } }],
});

/** An independent parser of Turtle's quoted literals (RDF 1.1 Turtle, 6.5): each with what follows it. */
function readTexts(document: string): { text: string; suffix: string }[] {
  const token = /"((?:[^"\\\n\r]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4})*)"(@[A-Za-z-]+|\^\^[\w:]+)?/g;
  const plain: Record<string, string> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };
  return [...document.matchAll(token)].map(([, body = '', suffix = '']) => ({
    suffix,
    text: body.replace(/\\(u([0-9A-Fa-f]{4})|.)/g, (_, escape: string, code?: string) =>
      code ? String.fromCharCode(parseInt(code, 16)) : (plain[escape] ?? escape),
    ),
  }));
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '\r', '\t', '\0', '@', '^', ' ', '.', ';', 'ა', '😀', 'u'),
  }),
);

describe('Turtle', () => {
  it('gives back every text, in whichever language', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (texts) => {
        const written = turtle(graph(texts.map((text) => ({ text, language: 'ka' }))));
        expect(readTexts(written)).toEqual(texts.map((text) => ({ text, suffix: '@ka' })));
      }),
    );
  });

  it('lets no address end before its end', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = turtle(graph([{ iri: `https://example.org/${text}` }]));
        const line = written.split('\n').find((candidate) => candidate.includes('dct:title'));
        expect(line).toMatch(/^ {2}dct:title <https:\/\/example\.org\/[^\u0000-\u0020<>"{}|^`\\]*> \.$/);
      }),
    );
  });

  it('writes things inside things, datatypes, and leaves out what says nothing', () => {
    const period = {
      type: 'dct:PeriodOfTime',
      properties: { 'dct:start': [{ text: '2018-10-01', datatype: 'xsd:date' }], 'dct:end': [] },
    };
    expect(turtle(graph([period, { text: 'x' }]))).toBe(
      [
        '@prefix dct: <http://purl.org/dc/terms/> .',
        '@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .',
        '',
        '<https://example.org/it>',
        '  a dct:Thing ;',
        '  dct:title [',
        '    a dct:PeriodOfTime ;',
        '    dct:start "2018-10-01"^^xsd:date',
        '  ], "x" .',
        '',
      ].join('\n'),
    );
  });
});

describe('JSON-LD', () => {
  it('says the same with its own context', () => {
    const terms: Term[] = [
      { text: 'ა', language: 'ka' },
      { iri: 'https://example.org/a b' },
      { type: 'dct:X', properties: {} },
    ];
    expect(jsonLd(graph(terms))).toEqual({
      '@context': { dct: 'http://purl.org/dc/terms/', xsd: 'http://www.w3.org/2001/XMLSchema#' },
      '@graph': [
        {
          '@id': 'https://example.org/it',
          '@type': 'dct:Thing',
          'dct:title': [
            { '@value': 'ა', '@language': 'ka' },
            { '@id': 'https://example.org/a%20b' },
            { '@type': 'dct:X' },
          ],
        },
      ],
    });
  });
});
