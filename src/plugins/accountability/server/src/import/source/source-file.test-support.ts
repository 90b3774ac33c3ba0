import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOURCE_LIMITS, type SourceLimits } from './limits';
import { openSource } from './open-source';
import type { OpenedSource, ReadSettings, SourceFile, SourceRow, SourceTable } from './source';

/** For specs: a folder for source files that is removed after the specs of a file. */
export function sourceFolder() {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'source-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const file = async (name: string, content: string | Uint8Array): Promise<SourceFile> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return { path, name };
  };
  const open = async (
    name: string,
    content: string | Uint8Array,
    settings?: ReadSettings,
    limits: Partial<SourceLimits> = {},
  ) => openSource(await file(name, content), settings, { ...SOURCE_LIMITS, ...limits });

  return {
    file,
    open,
    /** Opens a file that can be read. */
    async source(...parameters: Parameters<typeof open>): Promise<OpenedSource> {
      const opening = await open(...parameters);
      if ('problems' in opening) throw new Error(JSON.stringify(opening.problems));
      return opening.source;
    },
    /** The codes of the problems for which a file is refused. */
    async refusal(...parameters: Parameters<typeof open>): Promise<string[]> {
      const opening = await open(...parameters);
      if (!('problems' in opening)) throw new Error('The file was opened.');
      return opening.problems.map(({ code }) => code);
    },
  };
}

/** For specs: all rows of a table. */
export async function rowsOf(table: SourceTable | undefined): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of table!.rows()) rows.push(row);
  return rows;
}

/** For specs: the values of all rows of a source's first table. */
export const valuesOf = async ({ tables }: OpenedSource) =>
  (await rowsOf(tables[0])).map(({ values }) => values);

/** For specs: problems of the rows of a source's first table as `code row column`. */
export const problemsOf = async ({ tables }: OpenedSource): Promise<string[]> =>
  (await rowsOf(tables[0])).flatMap(({ problems }) =>
    problems.map(({ code, place: { row, column } }) => `${code} ${row} ${column ?? '-'}`),
  );
