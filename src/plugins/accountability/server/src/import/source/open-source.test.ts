import { createHash } from 'node:crypto';
import { readdir, readlink, rm, utimes, writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openSource } from './open-source';
import { rowsOf, sourceFolder } from './source-file.test-support';

const { file, source, refusal } = sourceFolder();

/** How often this process has a file open. */
async function openCount(path: string): Promise<number> {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')),
  );
  return links.filter((link) => link === path).length;
}

describe('a source file', () => {
  it('is told by its content, then by its ending', async () => {
    const formats = await Promise.all(
      [
        ['a.csv', '[{"id":1}]'],
        ['b.csv', '{"id":1}\n{"id":2}'],
        ['c.json', '{"data":[{"id":1}]}'],
        ['d.ndjson', '{"id":1}'],
        ['e.txt', 'id,title\n1,x'],
        ['f.csv', '[id],{title}\n1,x'],
      ].map(async ([name, content]) => (await source(name!, content!)).format),
    );
    expect(formats).toEqual(['json', 'ndjson', 'json', 'ndjson', 'csv', 'csv']);
    expect(await refusal('a.xlsx', 'id,title')).toEqual(['xlsx-broken']);
    expect(await refusal('a.xlsx', Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toEqual(['xlsx-encrypted']);
  });

  it('has the digest of its bytes', async () => {
    const { digest } = await source('a.csv', 'id\n1\n');
    expect(digest).toBe(createHash('sha256').update('id\n1\n').digest('hex'));
  });

  it('is read several times and stopped early without staying open', async () => {
    const { path, name } = await file('many.csv', `id,title\n${'1,x\n'.repeat(200_000)}`);
    const opening = await openSource({ path, name });
    if ('problems' in opening) throw new Error('not opened');
    const [table] = opening.source.tables;
    for (let reading = 0; reading < 3; reading += 1) {
      for await (const row of table!.rows()) if (row.row === 3) break;
    }
    const readings = [table!.rows(), table!.rows()].map((rows) => rows[Symbol.asyncIterator]());
    const next = readings.map(async (rows) => (await rows.next()).value?.row);
    expect(await Promise.all(next)).toEqual([2, 2]);
    for (const rows of readings) await rows.return?.();
    expect(await openCount(path)).toBe(0);
  });

  it('that changed since is not read', async () => {
    const { path, name } = await file('changing.csv', 'id\n1\n');
    const opening = await openSource({ path, name });
    if ('problems' in opening) throw new Error('not opened');
    const [table] = opening.source.tables;
    const changed = { problem: { code: 'source-changed', place: { file: name } } };

    await writeFile(path, 'id\n1\n2\n');
    await expect(rowsOf(table)).rejects.toMatchObject(changed);
    // Same size and time, other bytes.
    await utimes(path, 1_700_000_000, 1_700_000_000);
    const again = await openSource({ path, name });
    if ('problems' in again) throw new Error('not opened');
    await writeFile(path, 'id\n1\n3\n');
    await utimes(path, 1_700_000_000, 1_700_000_000);
    await expect(rowsOf(again.source.tables[0])).rejects.toMatchObject(changed);
    await rm(path);
    await expect(rowsOf(table)).rejects.toMatchObject(changed);
  });

  it('is read in bounded memory', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = (): number => {
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const line = `1,${'words of a longer text '.repeat(20)}\n`;
    const { path, name } = await file('long.csv', `id,text\n${line.repeat(40_000)}`);
    const opening = await openSource({ path, name });
    if ('problems' in opening) throw new Error('not opened');
    const measured: number[] = [];
    let rows = 0;
    for await (const _ of opening.source.tables[0]!.rows()) {
      rows += 1;
      if (rows % 15_000 === 0) measured.push(held());
    }
    expect(rows).toBe(40_000);
    // The 15,000 rows between the two have 7 MB.
    expect(measured[1]! - measured[0]!).toBeLessThan(2 * 1024 * 1024);
  });
});
