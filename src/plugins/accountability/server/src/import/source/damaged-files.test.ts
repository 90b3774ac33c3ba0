import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { openSource } from './open-source';
import { SourceError } from './source-error';
import { sourceFolder } from './source-file.test-support';

const { file } = sourceFolder();

/** Reads all of a file; what is wrong with it comes as problems, never as another error. */
async function readAll(name: string, content: Buffer): Promise<void> {
  const { path } = await file(name, content);
  const opening = await openSource({ path, name });
  if ('problems' in opening) return expect(opening.problems.length).toBeGreaterThan(0);
  try {
    for (const table of opening.source.tables) {
      for await (const { values } of table.rows()) expect(values).toHaveLength(table.header.length);
    }
  } catch (error) {
    // The file itself does not change here.
    if (error instanceof SourceError) expect(error.problem.code).not.toBe('source-changed');
    else throw error;
  } finally {
    await opening.source.close();
  }
}

const TEXTS: Readonly<Record<string, string>> = {
  'a.csv': 'id;სახელი;"note"\r\n1;"two\r\nlines; ""quoted""";=1\r\n2;;""\r\n',
  'a.json': '{"n":1,"data":[{"id":"a]}","list":[1,"x"],"in":{"side":null}},{"id":2}],"count":2}',
  'a.ndjson': '{"id":1,"text":"\\u10d0\\n"}\n{"id":2,"text":null}\n',
};

/** Changes some bytes of a file, or cuts it. */
const damages = fc.record({
  changes: fc.array(fc.tuple(fc.nat({ max: 1e6 }), fc.nat({ max: 255 })), { maxLength: 8 }),
  share: fc.double({ min: 0.1, max: 1, noNaN: true }),
});
function damaged(bytes: Buffer, { changes, share }: { changes: [number, number][]; share: number }): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, byte] of changes) copy[at % copy.length] = byte;
  return copy.subarray(0, Math.ceil(copy.length * share));
}

describe('damaged files', () => {
  it.each(Object.entries(TEXTS))('%s is read or refused, whatever its bytes', async (name, text) => {
    await fc.assert(
      fc.asyncProperty(damages, (damage) => readAll(name, damaged(Buffer.from(text), damage))),
      { numRuns: 200 },
    );
  });

  it('a workbook is read or refused, whatever its bytes', async () => {
    const bytes = await readFile(join(__dirname, 'xlsx/fixtures/libreoffice.xlsx'));
    await fc.assert(
      fc.asyncProperty(damages, (damage) => readAll('a.xlsx', damaged(bytes, damage))),
      { numRuns: 200 },
    );
  });

  it.each(['a.csv', 'a.json', 'a.ndjson', 'a.xlsx'])(
    'any bytes called %s are read or refused',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => readAll(name, Buffer.from(bytes))),
        { numRuns: 150 },
      );
    },
  );
});
