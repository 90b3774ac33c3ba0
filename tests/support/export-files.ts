import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tracker } from './tracker';

/** Content types by dataset, and the tables of links and of the history: all that the mapping `native` reads. */
export const IMPORTABLE = [
  'themes',
  'partners',
  'action-plans',
  'commitments',
  'milestones',
  'progress-reports',
  'commitment-partners',
  'milestone-partners',
  'commitment-themes',
  'status-history',
] as const;

/** Contents by file name. */
export type Files = Readonly<Record<string, string | Buffer>>;

export interface Outcome {
  readonly name: string;
  readonly applied: boolean;
  readonly errors: number;
  readonly problems: readonly { severity: string; code: string; values?: object }[];
  /** Numbers of documents by verdict, and by content type without its namespace. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface Imports {
  start(request: object): Promise<{ name: string; ended: Promise<Omit<Outcome, 'name'> | null> }>;
}

/** Imports files with a mapping and waits for the end. */
export async function importFiles(
  { strapi }: Pick<Tracker, 'strapi'>,
  files: Files,
  { mapping = 'native', locale }: { mapping?: string; locale?: string } = {},
): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  try {
    const sources = Object.entries(files).map(([name, content]) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return { name, path: file };
    });
    const imports: Imports = strapi.plugin('accountability').service('imports');
    const job = await imports.start({ mapping, files: sources, locale, isDryRun: false, keepsGood: false });
    const result = await job.ended;
    if (!result) throw new Error('The import failed: see the log');
    return { name: job.name, ...result };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many documents have a verdict, by content type without its namespace; zeros are left out. */
export const countsOf = ({ counts }: Outcome, verdict: string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([type, { [verdict]: number = 0 }]) =>
      number > 0 ? [[type.slice(type.indexOf('.') + 1), number]] : [],
    ),
  );

/** Every importable dataset of a site as files of a format. */
export async function exported(
  { url }: Pick<Tracker, 'url'>,
  format = 'csv',
  query = '',
): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {};
  for (const dataset of IMPORTABLE) {
    const response = await fetch(`${url}/api/open-data/${dataset}.${format}${query}`);
    if (!response.ok) throw new Error(`${dataset}.${format}: ${response.status}`);
    files[`${dataset}.${format}`] = Buffer.from(await response.arrayBuffer());
  }
  return files;
}

/**
 * The lines of CSV files, for comparisons that show what differs. Of themes without the moment at the end: each new
 * database has them from its first start, and an import that changes nothing of a document leaves its moment.
 */
export const linesOf = (files: Files): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      const lines = content.toString().split('\r\n');
      return [name, name === 'themes.csv' ? lines.map((line) => line.replace(/,[^,]*$/, '')) : lines];
    }),
  );

/**
 * What every table holds: number of rows, and a digest of their values, ids and moments included. Not those of imports,
 * of the index of the search, which follows the content by itself a moment later, and not the row in which Strapi's upload
 * plugin notes when it last counted files: its timer runs about a minute after each start.
 */
export async function tableStates({ strapi }: Pick<Tracker, 'strapi'>): Promise<Record<string, string>> {
  const states: Record<string, string> = {};
  for (const table of (await strapi.db.dialect.schemaInspector.getTables()).sort()) {
    if (/_imports|_import_|accountability_search_/.test(table)) continue;
    const all = (await strapi.db.connection(table)) as { key?: unknown }[];
    const rows = all.filter(({ key }) => key !== 'plugin_upload_metrics');
    const texts = rows.map((row) => JSON.stringify(row)).sort();
    states[table] = `${rows.length} ${createHash('sha256').update(texts.join('\n')).digest('hex')}`;
  }
  return states;
}
