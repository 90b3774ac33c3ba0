import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dumpContent, rowCounts } from './content-dump';
import { createDatabase } from './databases';
import { TEST_SETTINGS } from './environment';
import { runDatabase } from './host';
import { imported, type ImportedDocument } from './import-documents';
import { startNode, waitForOutput } from './processes';
import { bootTracker } from './tracker';

const DOCUMENTS = 400;

const idOf = (time: number, number: number): string =>
  `k${String(time).padStart(3, '0')}${String(number).padStart(20, '0')}`;

const documents = (time: number): ImportedDocument[] =>
  Array.from({ length: DOCUMENTS }, (_, number) =>
    imported('partner', {
      documentId: idOf(time, number),
      shared: { slug: `killed-${number}`, identifiers: [{ scheme: 'n', value: `${number}` }] },
      localized: { ka: { name: `ორგანიზაცია ${number}` }, en: { name: `Organisation ${number}` } },
    }),
  );

/** Imports in a process of its own; says when it begins to write and when to commit. */
const program = `
  const { createStrapi } = require('@strapi/strapi');
  (async () => {
    const strapi = createStrapi({ appDir: process.cwd(), distDir: './dist' });
    strapi.log.level = 'error';
    await strapi.load();
    const actor = { kind: 'system', id: null, name: null, label: null, may: () => true };
    const documents = JSON.parse(require('node:fs').readFileSync(process.env.IMPORTED, 'utf8'));
    const writer = await strapi.plugin('accountability').service('importWriter').open({ actor, importId: 'x' });
    process.stdout.write('writes\\n');
    for (let start = 0; start < documents.length; start += 20) {
      if (start === Number(process.env.WAITS_AT)) {
        process.stdout.write('waits\\n');
        await new Promise(() => setInterval(() => {}, 1000));
      }
      await writer.add(documents.slice(start, start + 20));
    }
    process.stdout.write('commits\\n');
    await writer.commit();
    process.stdout.write('committed\\n');
    setInterval(() => {}, 1000);
  })();`;

/**
 * A test that kills the process of an import, each time at another moment: it is there whole or not at all.
 * @param times how often
 */
export const testKilledImports = (times: number) => () => {
  it('is there whole or not at all after the next start, and the next one works', async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'imported-')), 'documents.json');
    const database = await createDatabase(runDatabase());
    // A second start writes down what the first one has made.
    await (await bootTracker({ reuse: database })).close({ keepDatabase: true });
    const first = await bootTracker({ reuse: database });
    const [counts, dump] = [await rowCounts(first.strapi), await dumpContent(first.strapi)];
    await first.close({ keepDatabase: true });
    let [complete, empty, longest] = [0, 0, 300];

    for (let time = 0; time < times; time += 1) {
      const batch = documents(time);
      await writeFile(file, JSON.stringify(batch));
      const running = startNode(['-e', program], {
        ...TEST_SETTINGS,
        ...database.env,
        IMPORTED: file,
        WAITS_AT: time % 3 === 0 ? String(20 * (1 + Math.floor(Math.random() * 19))) : 'never',
      });
      await waitForOutput(running, 'writes');
      const begin = Date.now();
      // Some between two steps, some at any time while it writes, some while it commits.
      if (time % 3 === 0) await waitForOutput(running, 'waits');
      else if (time % 3 === 2) await waitForOutput(running, 'commits');
      else await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
      running.child.kill('SIGKILL');
      const { output } = await running.ended;
      if (output.includes('commits')) longest = Math.max(50, Date.now() - begin);

      const { strapi, close } = await bootTracker({ reuse: database });
      const present = await strapi.db
        .query('api::partner.partner')
        .count({ where: { documentId: { $in: batch.map(({ documentId }) => documentId) } } });
      if (present === 0) {
        empty += 1;
        expect(
          await strapi.db
            .connection('strapi_core_store_settings')
            .where('key', 'like', '%hidden_rows')
            .pluck('key'),
        ).toEqual([]);
        expect(await rowCounts(strapi)).toEqual(counts);
        expect(await dumpContent(strapi)).toEqual(dump);
      } else {
        complete += 1;
        expect(present).toBe(DOCUMENTS * 4);
        expect(output).toContain('commits');
        for (const { documentId } of batch) {
          await strapi.documents('api::partner.partner').delete({ documentId, locale: '*' });
        }
        Object.assign(counts, await rowCounts(strapi));
        Object.assign(dump, await dumpContent(strapi));
      }
      await close({ keepDatabase: true });
    }
    expect(empty).toBeGreaterThanOrEqual(times / 3);
    expect(empty + complete).toBe(times);

    const last = await bootTracker({ reuse: database });
    const writer = await last.strapi
      .plugin('accountability')
      .service('importWriter')
      .open({
        actor: { kind: 'system', id: null, name: null, label: null, may: () => true },
        importId: 'x',
      });
    await writer.add(documents(times));
    expect(await writer.commit()).toEqual({ created: { 'api::partner.partner': DOCUMENTS }, changed: {} });
    await last.close();
    await rm(path.dirname(file), { recursive: true });
  }, 900_000);
};
