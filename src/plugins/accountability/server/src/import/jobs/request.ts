import type { Context } from 'koa';
import { z } from 'zod';
import { ImportRefusal } from '../refusal';
import type { SourceFile } from '../source/source';

const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1'),
]);

/** What a request for an import says, in a form with files or as JSON. */
const importRequest = z.strictObject({
  mapping: z.string().min(1).max(100),
  locale: z.string().min(1).max(20).optional(),
  dryRun: flag.default(false),
  keepGood: flag.default(false),
  encoding: z.string().max(40).optional(),
  separator: z.enum([',', ';', '\t', '|']).optional(),
  headerRow: z.coerce.number().int().min(1).max(1_048_576).optional(),
  sheet: z.string().max(200).optional(),
  /** Order of day and month between slashes, for the mapping that nobody has described. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  upload: z.string().max(100).optional(),
  /** Digests of the files of the dry run. */
  digests: z.array(z.string().max(64)).max(100).optional(),
});

export type ImportRequestBody = z.infer<typeof importRequest>;

/** @throws ImportRefusal 400 that names what is wrong */
export function parseImportRequest(body: unknown): ImportRequestBody {
  const parsed = importRequest.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.');
  throw new ImportRefusal('IMPORT_REQUEST', { parameter: name ?? '', problem: issue?.message ?? '' });
}

interface FormFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
}

const LONGEST_NAME = 200;

/** The files of a form, from the field `files`. */
export function filesOf(ctx: Context): SourceFile[] {
  const { files } =
    (ctx.request as unknown as { files?: Readonly<Record<string, FormFile | FormFile[]>> }).files ?? {};
  return [files ?? []].flat().map(({ filepath, originalFilename }) => ({
    path: filepath,
    name: (originalFilename ?? 'file').replace(/^.*[\\/]/, '').slice(-LONGEST_NAME),
  }));
}
