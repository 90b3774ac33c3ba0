import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { datasets } from '../../src/accountability/datasets';
import { parseCsv } from '../support/csv';
import { makeMilestone } from '../support/milestones';
import { tableFaults, type TableSchema } from '../support/table-schema';
import { bootTracker, type Tracker } from '../support/tracker';
import { unzip, type UnzippedFile } from '../support/zip';

const run = promisify(execFile);
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const DOCUMENTS = ['datapackage.json', 'README.md', 'LICENSE.txt', 'SHA256SUMS'];

interface DataPackage {
  version: string;
  licenses: { path: string }[];
  resources: {
    name: string;
    path: string;
    bytes: number;
    hash: string;
    schema: TableSchema & { foreignKeys?: { fields: string[]; reference: Reference }[] };
  }[];
}
interface Reference {
  resource?: string;
  fields: string[];
}

describe('all datasets in one archive', () => {
  let tracker: Tracker;
  const address = (file = 'all.zip') => `${tracker.url}/api/open-data/${file}`;
  const download = async () => {
    const response = await fetch(address());
    expect(response.status).toBe(200);
    return { headers: response.headers, archive: Buffer.from(await response.arrayBuffer()) };
  };
  const textOf = (files: readonly UnzippedFile[], name: string): string =>
    files.find((file) => file.name === name)!.content.toString('utf8');

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  });
  afterAll(() => tracker.close());

  it('holds each dataset as its own address gives it, and what describes them', async () => {
    const { headers, archive } = await download();
    const files = await unzip(archive);
    expect(files.map(({ name }) => name)).toEqual([
      ...datasets.map(({ name }) => `${name}.csv`),
      ...DOCUMENTS,
    ]);
    let rows = 0;
    for (const { name } of datasets) {
      const live = await (await fetch(address(`${name}.csv`))).text();
      expect(textOf(files, `${name}.csv`)).toBe(live);
      rows += parseCsv(live).length;
    }
    expect(rows).toBeGreaterThan(5);
    expect(headers.get('x-total-rows')).toBe(String(rows));
    expect(headers.get('content-type')).toBe('application/zip');
    const version = headers.get('x-release-version')!;
    expect(version).toMatch(/^\d{4}-\d\d-\d\d\.[1-9]\d*$/);
    expect(version.split('.')[1]).toBe(headers.get('x-last-sequence'));
    expect(headers.get('content-disposition')).toContain(`open-government-commitments-${version}.zip`);
    expect(headers.get('link')).toContain('rel="license"');
  });

  it('has size and digest of every file, in the data package and as sha256sum reads them', async () => {
    const { headers, archive } = await download();
    const files = await unzip(archive);
    const datapackage = JSON.parse(textOf(files, 'datapackage.json')) as DataPackage;
    expect(datapackage.version).toBe(headers.get('x-release-version'));
    expect(datapackage.resources.map(({ name }) => name)).toEqual(datasets.map(({ name }) => name));
    for (const { path: name, bytes, hash, schema } of datapackage.resources) {
      const { content } = files.find((file) => file.name === name)!;
      expect([name, bytes, hash]).toEqual([name, content.length, `sha256:${sha256(content)}`]);
      expect([name, tableFaults(content.toString('utf8'), schema)]).toEqual([name, []]);
    }

    const folder = await mkdtemp(path.join(tmpdir(), 'archive-'));
    try {
      await writeFile(path.join(folder, 'all.zip'), archive);
      const tested = await run('unzip', ['-t', 'all.zip'], { cwd: folder });
      expect(tested.stdout).toContain('No errors detected');
      await run('unzip', ['-q', 'all.zip'], { cwd: folder });
      const { stdout } = await run('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder });
      expect(stdout.trim().split('\n')).toHaveLength(files.length - 1);
      expect(stdout).not.toContain('FAILED');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says in both languages what it is, what may be done with it and what each column means', async () => {
    const files = await unzip((await download()).archive);
    const readme = textOf(files, 'README.md');
    const [georgian, english] = readme.split('\n---\n');
    for (const { name, labels, columns } of datasets) {
      for (const [part, language] of [
        [georgian, 'ka'],
        [english, 'en'],
      ] as const) {
        expect(part).toContain(`## ${labels[language]} (\`${name}\`)`);
        for (const column of columns) {
          expect(part).toMatch(new RegExp(`\\| \`${column.name}(_ka)?\` \\| .*`));
        }
      }
    }
    expect(english).toContain('creativecommons.org/licenses/by/4.0');
    const licence = textOf(files, 'LICENSE.txt');
    expect(licence).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect(licence).toMatch(/[ა-ჰ]/);
    // The legal text, from its title to its end.
    expect(licence).toMatch(/\n---\n\nAttribution 4\.0 International\n/);
    for (const section of [1, 2, 3, 4, 5, 6, 7, 8]) expect(licence).toContain(`\nSection ${section} -- `);
    expect(licence.trimEnd()).toMatch(/may be contacted at creativecommons\.org\.$/);
  });

  it('has the same bytes for the same content, and is known by its tag without being made', async () => {
    const one = await download();
    const other = await download();
    expect(sha256(other.archive)).toBe(sha256(one.archive));
    const etag = one.headers.get('etag')!;
    expect(etag).toMatch(/^"[^"]+"$/);
    const conditions: Record<string, string>[] = [
      { 'If-None-Match': etag },
      { 'If-None-Match': `W/"x", ${etag}` },
      { 'If-Modified-Since': one.headers.get('last-modified')! },
    ];
    for (const headers of conditions) {
      const response = await tracker.request.get('/api/open-data/all.zip').set(headers);
      expect(response.status).toBe(304);
      expect(response.headers.etag).toBe(etag);
    }
    const head = await fetch(address(), { method: 'HEAD' });
    const same = (headers: Headers) =>
      [
        'etag',
        'last-modified',
        'content-type',
        'content-disposition',
        'x-total-rows',
        'link',
        'cache-control',
      ].map((name) => headers.get(name));
    expect(same(head.headers)).toEqual(same(one.headers));
    expect(head.headers.get('content-length')).toBeNull();

    await makeMilestone(tracker);
    const changed = await download();
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect(changed.headers.get('x-release-version')).not.toBe(one.headers.get('x-release-version'));
    expect(sha256(changed.archive)).not.toBe(sha256(one.archive));
  });

  it('takes no parameters and refuses the rest as problems', async () => {
    const response = await fetch(address('all.zip?locale=ka'));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ parameter: 'locale' }] });
    expect((await fetch(address(), { method: 'POST' })).status).toBe(405);
  });

  it('shows one moment, while editors write', async () => {
    const partners = tracker.strapi.documents('api::partner.partner');
    const commitments = tracker.strapi.documents('api::commitment.commitment');
    let isOver = false;
    const write = async () => {
      for (let round = 0; !isOver && round < 100; round += 1) {
        // SQLite answers at once: without a pause the writer would let nobody else in.
        await new Promise((resolve) => setTimeout(resolve, 20));
        const data = { name: `ორგანიზაცია ${round}`, slug: `torn-${round}` };
        const partner = await partners.create({ data, locale: 'ka', status: 'published' } as never);
        const title = `ვალდებულება ${round}`;
        const commitment = await commitments.create({
          data: { title, slug: `torn-${round}`, partners: [partner.documentId] },
          locale: 'ka',
          status: 'published',
        } as never);
        await makeMilestone(tracker);
        if (round % 2 === 1) continue;
        await commitments.delete({ documentId: commitment.documentId, locale: '*' } as never);
        await partners.delete({ documentId: partner.documentId, locale: '*' } as never);
      }
    };
    const writing = write();
    try {
      const versions = new Set<string>();
      for (let round = 0; round < 6; round += 1) {
        const { headers, archive } = await download();
        versions.add(headers.get('x-release-version')!);
        const files = await unzip(archive);
        const { resources } = JSON.parse(textOf(files, 'datapackage.json')) as DataPackage;
        const tables = new Map(
          resources.map(({ name, path: file }) => [name, parseCsv(textOf(files, file))]),
        );
        const total = [...tables.values()].reduce((sum, table) => sum + table.length, 0);
        expect(headers.get('x-total-rows')).toBe(String(total));
        for (const { name, schema } of resources) {
          for (const { fields, reference } of schema.foreignKeys ?? []) {
            const known = new Set(
              tables.get(reference.resource ?? name)!.map((row) => row[reference.fields[0]!]),
            );
            for (const row of tables.get(name)!) {
              const value = row[fields[0]!]!;
              if (value !== '') expect([name, known.has(value)]).toEqual([name, true]);
            }
          }
        }
        // Joined columns lead to other files as well.
        const ids = new Set(tables.get('partners')!.map((row) => row.id));
        for (const row of tables.get('commitments')!) {
          for (const id of (row.partner_ids ?? '').split('|').filter(Boolean)) expect(ids.has(id)).toBe(true);
        }
      }
      expect(versions.size).toBeGreaterThan(1);
    } finally {
      isOver = true;
      await writing;
      // The events that Strapi emits after a commit would find the connections closed.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }, 120_000);
});
