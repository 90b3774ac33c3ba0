import fc from 'fast-check';
import { problemsOf, rowsOf, sourceFolder, valuesOf } from '../source-file.test-support';
import { jsonItems, type JsonPart } from './array-items';

const { source, refusal } = sourceFolder();

async function itemsOf(text: string, chunkBytes: number): Promise<JsonPart[]> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const parts: JsonPart[] = [];
  for await (const part of jsonItems(chunks(), { rowBytes: 1e6, envelopeBytes: 1e6 })) parts.push(part);
  return parts;
}

describe('JSON files', () => {
  it('are read from an array, with the keys of all objects as header', async () => {
    const opened = await source('a.json', '[{"id":1,"b":"x"},\n{"id":2,"c":true,"b":null}]');
    expect(opened).toMatchObject({ format: 'json', encoding: 'utf-8' });
    expect(opened.tables[0]).toMatchObject({ header: ['id', 'b', 'c'], headerRow: null, problems: [] });
    expect((await rowsOf(opened.tables[0])).map(({ row, values }) => [row, ...values])).toEqual([
      [1, 1, 'x', null],
      [2, 2, null, true],
    ]);
  });

  it('are read from the one array of an object, as the exports write it', async () => {
    const text = '{"dataset":"books","locale":null,"meta":{"of":[1]},"data":[\n{"id":"a]}"}\n],"count":1}\n';
    expect(await valuesOf(await source('a.json', text))).toEqual([['a]}']]);
    expect(await refusal('a.json', '{"a":[{"id":1}],"b":[{"id":2}]}')).toEqual(['json-no-table']);
    expect(await refusal('a.json', '{"a":1}')).toEqual(['json-no-table']);
  });

  it('of lines are read line by line; a broken line does not stop the others', async () => {
    const opened = await source('a.txt', '{"id":1}\r\n\r\n{"id":}\n{"id":3}');
    expect(opened.format).toBe('ndjson');
    expect((await rowsOf(opened.tables[0])).map(({ row, values }) => [row, ...values])).toEqual([
      [1, 1],
      [3, null],
      [4, 3],
    ]);
    expect(await problemsOf(opened)).toEqual(['json-broken 3 -']);
  });

  it('have nested objects as columns and lists of scalars as lists', async () => {
    const opened = await source(
      'a.json',
      '[{"a":{"b":{"c":1}},"tags":["x","y"],"none":[],"list":[{"d":1}]}]',
    );
    expect(opened.tables[0]!.header).toEqual(['a.b.c', 'tags', 'none', 'list']);
    expect(await valuesOf(opened)).toEqual([[1, ['x', 'y'], [], null]]);
    expect(await problemsOf(opened)).toEqual(['list-of-objects 1 list']);
  });

  it('are read no deeper than the limit', async () => {
    const deep = `${'{"a":'.repeat(9)}1${'}'.repeat(9)}`;
    expect(await problemsOf(await source('a.json', `[${deep},{"b":1}]`))).toEqual([
      `json-too-deep 1 ${'a.'.repeat(7)}a`,
    ]);
    const nested = `[{"b":1,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    expect(await problemsOf(await source('a.json', nested))).toEqual(['list-of-objects 1 a']);
  });

  it('cannot reach a prototype', async () => {
    const opened = await source('a.json', '[{"__proto__":{"polluted":1},"constructor":2}]');
    expect(opened.tables[0]!.header).toEqual(['__proto__.polluted', 'constructor']);
    expect(await valuesOf(opened)).toEqual([[1, 2]]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it.each([
    ['[{"id":1},{"id":', ['json-cut-off 2 -']],
    ['[{"id":1},{"id":2}', ['json-cut-off 3 -']],
    ['[{"id":1} {"id":2}]', ['json-broken 2 -']],
    ['[{"id":1},]', ['json-broken 2 -']],
    ['[{"id":1}] x', ['json-broken 2 -']],
    ['{"data":[{"id":1}],"count":}', ['json-broken 2 -']],
    ['[{"id":1},2,{"id":3}]', ['json-not-object 2 -']],
    ['[{"id":1},{"id" 2},{"id":3}]', ['json-broken 2 -']],
    ['[{"a.b":1,"a":{"b":2}}]', ['json-key-twice 1 a.b']],
    ['[{"a":1},{"a":1,"b":"\\"a\\":","a":2}]', ['json-key-twice 2 a']],
    ['[{"a":{"b":1,"c":[],"b":2}}]', ['json-key-twice 1 a.b']],
    ['[{"a":1,"\\u0061" : 2}]', ['json-key-twice 1 a']],
    ['[{"Kind":1,"kind":2}]', ['json-keys-alike 1 kind']],
    ['[{"lead agency":1,"lead_agency":2}]', ['json-keys-alike 1 lead_agency']],
    ['[{"a":{"a":1},"b":[1,1],"c":"a"},{"a":{"a":2}}]', []],
  ])('with %s name the row', async (text, expected) => {
    expect(await problemsOf(await source('a.json', text))).toEqual(expected);
  });

  it('of lines have no key twice either', async () => {
    const opened = await source('a.ndjson', '{"id":1}\n{"id":2,"id":3}\n{"id":4,"ID":5}\n');
    expect(await problemsOf(opened)).toEqual(['json-key-twice 2 id', 'json-keys-alike 3 ID']);
  });

  it('may write a key in another letter case in another object', async () => {
    const opened = await source('a.json', '[{"Lead agency":1},{"lead_agency":2,"x":true},{"LEAD-AGENCY":3}]');
    expect(opened.tables[0]).toMatchObject({ header: ['Lead agency', 'x'], problems: [] });
    expect(await valuesOf(opened)).toEqual([
      [1, null],
      [2, true],
      [3, null],
    ]);
  });

  it('refuse an object over the limit', async () => {
    const text = `[{"id":1},{"id":"${'x'.repeat(600_000)}"}]`;
    const opened = await source('a.json', text, {}, { rowBytes: 100_000 });
    expect(await problemsOf(opened)).toEqual(['row-too-large 2 -']);
    const wide = JSON.stringify([
      Object.fromEntries(Array.from({ length: 2001 }, (_, key) => [`k${key}`, 1])),
    ]);
    expect((await source('a.json', wide)).tables[0]!.problems.map(({ code }) => code)).toEqual([
      'too-many-columns',
    ]);
  });

  it('are split the same in chunks of any size', async () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        objects,
        fc.nat({ max: 2 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, indent, size) => {
          const texts = [
            JSON.stringify(rows, null, indent),
            JSON.stringify({ n: 1, data: rows, s: '[' }, null, indent),
          ];
          for (const text of texts) {
            const parts = await itemsOf(text, size);
            expect(parts.at(-1)).toEqual({ kind: 'end', ending: 'whole' });
            const items = parts.flatMap((part) => (part.kind === 'item' ? [JSON.parse(part.text)] : []));
            expect(items).toEqual(JSON.parse(JSON.stringify(rows)));
          }
        },
      ),
    );
  });
});
