import type { Context } from 'koa';
import { z } from 'zod';
import { DATE_ORDERS } from '../../../../shared/date-order';
import { savedTables } from '../../../../shared/saved-mapping';
import { parsedRequest } from '../request-problem';
import type { ReadSettings, SourceFile } from '../source/source';

const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1'),
]);

/** How files are read, where detection is wrong. */
export const readSettings = z.strictObject({
  encoding: z.string().max(40).optional(),
  /** The tab by its name, too: as itself it does not show. */
  separator: z
    .enum([',', ';', '\t', '|', 'tab'])
    .transform((separator) => (separator === 'tab' ? '\t' : separator))
    .optional(),
  headerRow: z.coerce.number().int().min(1).max(1_048_576).optional(),
  sheet: z.string().max(200).optional(),
});

/** What a form with files says. */
const importForm = readSettings.extend({
  mapping: z.string().min(1).max(100),
  locale: z.string().min(1).max(20).optional(),
  dryRun: flag.default(false),
  keepGood: flag.default(false),
  /** Order of day and month between slashes, where the mapping does not say it. */
  dateOrder: z.enum(DATE_ORDERS).optional(),
});

/** What the panel says of files that were uploaded before. */
const importRequest = importForm.extend({
  upload: z.string().max(100).optional(),
  /** A mapping that is not saved, or not yet: it is used instead of the named one. */
  tables: savedTables.optional(),
  /** Digests of the files of the dry run. */
  digests: z.array(z.string().max(64)).max(100).optional(),
});

export type ImportRequestBody = z.infer<typeof importRequest>;

/** @throws ImportRefusal 400 that names what is wrong */
export const parseImportForm = (body: unknown): ImportRequestBody => parsedRequest(importForm, body);

/** @throws ImportRefusal 400 that names what is wrong */
export const parseImportRequest = (body: unknown): ImportRequestBody => parsedRequest(importRequest, body);

/** @throws ImportRefusal 400 that names what is wrong */
export const parseReadSettings = (query: unknown): ReadSettings => parsedRequest(readSettings, query);

interface FormFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
}

const MAX_NAME_LENGTH = 200;

/** A name for messages: no folders, and nothing that cannot be shown or changes the order of what is. */
const plainName = (name: string): string =>
  name
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-MAX_NAME_LENGTH);

/** The files of a form, from the field `files`. */
export function filesOf(ctx: Context): SourceFile[] {
  const { files } =
    (ctx.request as unknown as { files?: Readonly<Record<string, FormFile | FormFile[]>> }).files ?? {};
  return [files ?? []].flat().map(({ filepath, originalFilename }) => ({
    path: filepath,
    name: plainName(originalFilename ?? '') || 'file',
  }));
}
