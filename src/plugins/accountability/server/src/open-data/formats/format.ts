import type { z } from 'zod';
import type { OutputColumn } from '../columns';
import type { DatasetDeclaration } from '../dataset';
import type { Row } from '../source/rows';

export interface Licence {
  readonly name: string;
  readonly url: string;
}

/** What a writer may say about the file beside its rows. */
export interface FileContext {
  readonly dataset: DatasetDeclaration;
  readonly columns: readonly OutputColumn[];
  /** The language asked for, null for all. */
  readonly locale: string | null;
  readonly licence: Licence;
  /** The format's own parameters, as its `parameters` parsed them. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Turns rows into text, step by step: once the header, records for each batch, once the footer. Pure. */
export interface Writer {
  header(): string;
  records(rows: readonly Row[]): string;
  footer(): string;
}

/** A piece of a file: text, which goes out as UTF-8, or bytes. */
export type FilePart = string | Uint8Array;

/** A file format: a new one is a new file and a line in the registry. */
export interface Format {
  readonly extension: string;
  /** Value of Content-Type. */
  readonly mediaType: string;
  /**
   * Query parameters only this format takes, each with its schema. The library for schemas is handed in: a
   * thread that only writes need not load it.
   */
  readonly parameters: (schemas: typeof z) => Readonly<Record<string, z.ZodType>>;
  /** The file in parts, from the dataset's rows in batches. */
  write(batches: AsyncIterable<readonly Row[]>, context: FileContext): AsyncIterable<FilePart>;
}

/** Makes a format of a writer that works on text, with a part per batch. */
export function textFormat(
  description: Omit<Format, 'write'>,
  open: (context: FileContext) => Writer,
): Format {
  return {
    ...description,
    async *write(batches, context) {
      const writer = open(context);
      // The header goes out together with the first records: one part less for a small file.
      let pending = writer.header();
      for await (const rows of batches) {
        yield pending + writer.records(rows);
        pending = '';
      }
      const last = pending + writer.footer();
      if (last) yield last;
    },
  };
}
