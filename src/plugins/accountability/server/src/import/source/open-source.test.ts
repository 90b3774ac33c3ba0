import { createHash } from 'node:crypto';
import { readdir, readlink, rm, utimes, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ZipFile } from 'yazl';
import { openSource } from './open-source';
import { rowsOf, sourceFolder } from './source-file.test-support';

const { file, open, source, refusal } = sourceFolder();

/** How often this process has a file open. */
async function openCount(path: string): Promise<number> {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')),
  );
  return links.filter((link) => link === path).length;
}

describe('a source file', () => {
  it('is detected by its content, then by its ending', async () => {
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

  it('of JSON may have no rows, as the export of an empty dataset', async () => {
    for (const [name, content] of [
      ['a.ndjson', ''],
      ['a.jsonl', '\n'],
      ['a.json', '{"data":[],"count":0}'],
    ] as const) {
      const { tables } = await source(name, content);
      expect(tables.map(({ problems }) => problems)).toMatchObject([
        [{ severity: 'warning', code: 'no-entries' }],
      ]);
    }
    expect(await refusal('a.json', '')).toEqual(['file-empty']);
    expect(await refusal('a.json', '{}')).toEqual(['json-no-table']);
  });

  it('of CSV may have a header only', async () => {
    const { tables } = await source('a.csv', 'id,title\n');
    expect(tables).toMatchObject([
      { header: ['id', 'title'], problems: [{ severity: 'warning', code: 'no-rows' }] },
    ]);
  });

  it.each<[string, string, string | Buffer]>([
    ['PDF', 'plan.pdf', `%PDF-1.7\n${'text, of a page\n'.repeat(9)}`],
    ['PDF', 'plan.csv', '%PDF-1.4\n1,2\n'],
    ['PNG', 'plan.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['JPEG', 'scan.jpg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['WebP', 'a.webp', Buffer.from('524946461a000000574542505650384c', 'hex')],
    ['gzip', 'a.csv.gz', Buffer.from('1f8b0800000000000003', 'hex')],
    ['RTF', 'a.csv', '{\\rtf1\\ansi a,b}'],
    ['Parquet', 'a.parquet', 'PAR1abc'],
    ['HTML', 'export.xls', ' <html><table><tr><td>id</td></tr></table></html>'],
    ['XML', 'export.xls', '<?xml version="1.0"?><Workbook/>'],
  ])('that is %s is refused by that name, whatever it is called: %s', async (format, name, content) => {
    const opening = await open(name, content);
    expect(opening).toMatchObject({ problems: [{ code: 'format-not-read', values: { format } }] });
  });

  it.each<[string, Record<string, string>]>([
    ['DOCX', { '_rels/.rels': '<Relationships/>', 'word/document.xml': '<document/>' }],
    ['XLSB', { '_rels/.rels': '<Relationships/>', 'xl/workbook.bin': 'x' }],
    ['ODS', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }],
    ['ZIP', { 'commitments.csv': 'id\n1\n' }],
  ])('that is an archive of %s is refused by that name', async (format, parts) => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    const opening = await open('a.xlsx', await buffer(zip.outputStream));
    expect(opening).toMatchObject({ problems: [{ code: 'format-not-read', values: { format } }] });
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
