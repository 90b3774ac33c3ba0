import type { Context } from 'koa';
import { z } from 'zod';
import { ImportRefusal } from '../refusal';
import type { ReadSettings, SourceFile } from '../source/source';

const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1'),
]);

/** How files are read, where detection is wrong. */
const readSettings = z.strictObject({
  encoding: z.string().max(40).optional(),
  separator: z.enum([',', ';', '\t', '|']).optional(),
  headerRow: z.coerce.number().int().min(1).max(1_048_576).optional(),
  sheet: z.string().max(200).optional(),
  /** Order of day and month between slashes, for the mapping that nobody has described. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
});

/** What a form with files says. */
const importForm = readSettings.extend({
  mapping: z.string().min(1).max(100),
  locale: z.string().min(1).max(20).optional(),
  dryRun: flag.default(false),
  keepGood: flag.default(false),
});

/** What the panel says of files that were uploaded before. */
const importRequest = importForm.extend({
  upload: z.string().max(100).optional(),
  /** Digests of the files of the dry run. */
  digests: z.array(z.string().max(64)).max(100).optional(),
});

export type ImportRequestBody = z.infer<typeof importRequest>;

/** @throws ImportRefusal 400 that names what is wrong */
export const parseImportForm = (body: unknown): ImportRequestBody => parsed(importForm, body);

/** @throws ImportRefusal 400 that names what is wrong */
export const parseImportRequest = (body: unknown): ImportRequestBody => parsed(importRequest, body);

/** @throws ImportRefusal 400 that names what is wrong */
export const parseReadSettings = (query: unknown): ReadSettings => parsed(readSettings, query);

function parsed<Result>(schema: z.ZodType<Result>, body: unknown): Result {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.');
  throw new ImportRefusal('IMPORT_REQUEST', { parameter: name ?? '', problem: issue?.message ?? '' });
}

interface FormFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
}

const LONGEST_NAME = 200;

/** A name for messages: no folders, and nothing that cannot be shown or changes the order of what is. */
const plainName = (name: string): string =>
  name
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-LONGEST_NAME);

/** The files of a form, from the field `files`. */
export function filesOf(ctx: Context): SourceFile[] {
  const { files } =
    (ctx.request as unknown as { files?: Readonly<Record<string, FormFile | FormFile[]>> }).files ?? {};
  return [files ?? []].flat().map(({ filepath, originalFilename }) => ({
    path: filepath,
    name: plainName(originalFilename ?? '') || 'file',
  }));
}
