import { z } from 'zod';
import { DATE_ORDERS } from './date-order';

const text = (most: number) => z.string().trim().min(1).max(most);

/**
 * A column of a saved mapping. It is read from a header, or is the same in every row (`constant`). `to` is a field that
 * the generic mapping declares of the table's content.
 */
const savedColumn = z.strictObject({
  from: text(500).optional(),
  constant: text(1000).optional(),
  to: text(200),
  /** Language of the text; without it the one of the import. */
  locale: text(20).optional(),
  /** The separator of the items of a list: `newline`, `br`, or any text. */
  separators: z.array(z.string().min(1).max(10)).min(1).max(5).optional(),
  /** Words of the source and the codes they mean, beside those that are known. */
  values: z
    .record(text(200), text(200))
    .refine((values) => Object.keys(values).length <= 500)
    .optional(),
  dateOrder: z.enum(DATE_ORDERS).optional(),
});

const savedTable = z.strictObject({
  /** Name of the generic table whose content it holds. */
  holds: text(100),
  /** Files (without ending) or sheets it reads, `*` matching any text; without it every one that has its columns. */
  files: z.array(text(200)).min(1).max(20).optional(),
  /** Attributes by which a document is found: one of the keys of the generic table. */
  key: z.array(text(100)).min(1).max(10).optional(),
  /** Of dates between slashes, in columns that say nothing of it. */
  dateOrder: z.enum(DATE_ORDERS).optional(),
  columns: z.array(savedColumn).min(1).max(500),
});

/** The tables of a saved mapping: a part of the grammar of declared mappings. */
export const savedTables = z.array(savedTable).min(1).max(50);

const MAX_NAME_LENGTH = 60;

/** Body of `POST /accountability/import-mappings/saved` and `PUT /accountability/import-mappings/saved/{id}`. */
export const savedMapping = z.strictObject({
  name: text(MAX_NAME_LENGTH).regex(/^[^\p{Cc}\p{Cf}]+$/u),
  tables: savedTables,
});

export type SavedColumn = z.infer<typeof savedColumn>;
export type SavedTable = z.infer<typeof savedTable>;
export type SavedMappingBody = z.infer<typeof savedMapping>;
