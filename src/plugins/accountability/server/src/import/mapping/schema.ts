import { z } from 'zod';
import type { ImportMapping } from './declaration';

const MOST_TABLES = 50;
const MOST_COLUMNS = 500;
const MOST_VALUES = 1000;

const text = z.string().min(1).max(500);
const header = z.union([text, z.array(text).min(1).max(20)]);
const separators = z.array(z.string().min(1).max(20)).min(1).max(10);
const name = z.string().min(1).max(200);
const record = <Value extends z.ZodType>(value: Value) =>
  z
    .record(text, value)
    .refine((values) => Object.keys(values).length <= MOST_VALUES, { error: `> ${MOST_VALUES}` });

const column = z
  .strictObject({
    from: header.optional(),
    constant: z.union([z.string().max(10_000), z.number(), z.boolean()]).optional(),
    to: z.string().min(1).max(200),
    locale: z.string().min(1).max(20).optional(),
    values: record(text).optional(),
    separators: separators.optional(),
    format: z.enum(['plain', 'markdown', 'html', 'exported']).optional(),
    dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
    note: name.optional(),
    shorten: z.boolean().optional(),
    required: z.boolean().optional(),
  })
  .refine(({ from, constant }) => (from === undefined) !== (constant === undefined), {
    error: 'from / constant',
  });

const table = {
  name,
  files: z.array(z.string().min(1).max(300)).min(1).max(20).optional(),
  columns: z.array(column).min(1).max(MOST_COLUMNS),
  when: z.strictObject({ from: header, contains: text.optional() }).optional(),
};

const documentTable = z.strictObject({
  ...table,
  contentType: name,
  keys: z.array(z.array(name).min(1).max(5)).min(1).max(10),
  each: z.strictObject({ from: header, separators }).optional(),
  onlyNew: z.boolean().optional(),
  repeats: z.boolean().optional(),
});

const stateTable = z.strictObject({ ...table, workflow: name, subjects: record(name) });

const linkTable = z.strictObject({ ...table, contentType: name, relations: record(name) });

const tables = z
  .array(z.union([documentTable, stateTable, linkTable]))
  .min(1)
  .max(MOST_TABLES)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, {
    error: 'two tables have the same name',
  }) satisfies z.ZodType<ImportMapping['tables']>;

/** A mapping as an editor saves it: the grammar of `ImportMapping`, with texts in the editor's language only. */
export const savedMapping = z.strictObject({
  name: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'a-z, 0-9, -' }),
  label: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2000).default(''),
  tables,
});

export type SavedMapping = z.infer<typeof savedMapping>;
