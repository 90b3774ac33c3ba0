import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { runDatabase } from './host';
import { stopIndexing } from './search-index';
import type { Tracker } from './tracker';

/** More than the sockets and buffers on the way hold, packed or not, so that an export stops in the middle. */
export const PARTNERS = 3000;
const WORD = 'მმართველობა';
const WORDS = 300;

/** A long text that no packing makes short. */
const longText = (): string =>
  Array.from({ length: WORDS }, () => `${WORD} ${randomBytes(21).toString('base64url')} `).join('');

/** Fills a database with many large rows, past the document service: their content log does not matter here. */
export async function fillWithPartners({ strapi }: Tracker): Promise<void> {
  // Its index would be most of the database.
  await stopIndexing({ strapi });
  const data = Array.from({ length: PARTNERS }, (_, index) => ({
    documentId: `p${String(index).padStart(23, '0')}`,
    name: longText(),
    slug: `partner-${index}`,
    locale: 'ka',
    publishedAt: new Date().toISOString(),
  }));
  for (let start = 0; start < PARTNERS; start += 50) {
    const part = data.slice(start, start + 50);
    await strapi.db.query('api::partner.partner').createMany({ data: part });
  }
}

/**
 * SQLite has no server that could end a connection; a damaged file is its failure in the middle: the chain of pages
 * of the texts in the last third is broken, keys and indexes stay as they are. On PostgreSQL nothing happens here.
 */
export async function damageContent({ strapi, database }: Tracker): Promise<void> {
  if (runDatabase() === 'postgres') return;
  await strapi.db.connection.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  const file = database.env.DATABASE_FILENAME!;
  const content = await readFile(file);
  const pageSize = content.readUInt16BE(16) === 1 ? 65_536 : content.readUInt16BE(16);
  const first = Math.floor((content.length / pageSize) * (2 / 3));
  for (let page = first; page * pageSize < content.length; page += 1) {
    const start = page * pageSize;
    // A page that is text from its beginning on is one a long value goes on in.
    const isText = content.subarray(start + 4, start + 104).includes(Buffer.from(WORD));
    if (isText) content.writeUInt32BE(0xffffffff, start);
  }
  await writeFile(file, content);
}

/**
 * Connections by which exports of this test's database read: another file's tests run on the same server. One that is
 * kept for the next export is idle.
 */
const reading = ({ strapi }: Tracker) =>
  strapi.db
    .connection('pg_stat_activity')
    .where({ application_name: 'open-data export' })
    .whereNot({ state: 'idle' })
    .whereRaw('datname = current_database()');

/** Waits until no export reads: a connection that was closed is listed until its end. */
export async function noReading(tracker: Tracker): Promise<void> {
  if (runDatabase() !== 'postgres') return;
  const end = Date.now() + 5000;
  while ((await reading(tracker)).length > 0) {
    if (Date.now() > end) throw new Error('The transaction of an export stays open');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Ends the connection an export reads by, where there is a server to end it. */
export async function endReading(tracker: Tracker): Promise<void> {
  if (runDatabase() !== 'postgres') return;
  const terminate = tracker.strapi.db.connection.raw('pg_terminate_backend(pid)');
  const ended: unknown[] = await reading(tracker).select(terminate);
  expect(ended).toHaveLength(1);
}
