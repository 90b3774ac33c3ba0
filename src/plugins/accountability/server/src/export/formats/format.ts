import type { z } from 'zod';
import type { ByteSink } from '../bytes/byte-sink';
import type { CellRow } from '../bytes/cell-row';
import type { OutputColumn } from '../../datasets/output-columns';
import type { DatasetDeclaration } from '../../datasets/declaration';
import type { Output } from '../output';
import type { RowBatch } from '../source/rows';

export interface Licence {
  readonly name: string;
  readonly url: string;
}

/** Metadata of the file that a writer may include. */
export interface FileContext {
  readonly dataset: DatasetDeclaration;
  readonly columns: readonly OutputColumn[];
  /** The requested language, null for all. */
  readonly locale: string | null;
  /** The site's languages, the first one first. */
  readonly languages: readonly string[];
  /** Absolute address of open data, without a trailing slash. */
  readonly base: string;
  readonly licence: Licence;
  /** The format's own parameters, as parsed by its `parameters`. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Turns rows into the bytes of a file: the start once, each row, the end once. Pure. */
export interface RowWriter {
  start(sink: ByteSink): void;
  row(row: CellRow, sink: ByteSink): void;
  /** @param count number of rows */
  end(sink: ByteSink, count: number): void;
}

/** A file format: a new one is a new file and a line in the registry. */
export interface Format {
  readonly extension: string;
  /** Value of Content-Type. */
  readonly mediaType: string;
  /** The format is compressed already: no content coding is applied. */
  readonly isPacked?: boolean;
  /**
   * Query parameters of this format only, each with its schema. The schema library is a parameter: a worker thread
   * that only writes need not load it.
   */
  readonly parameters: (schemas: typeof z) => Readonly<Record<string, z.ZodType>>;
  /** Maximum rows of a file of this format; undefined for no limit. */
  readonly maxRows?: number;
  /** Whether the format is available for a dataset; by default for every one. */
  readonly isFor?: (dataset: DatasetDeclaration) => boolean;
  /** Texts are tagged with the language of their column, so that none in another language may occur. */
  readonly marksLanguages?: boolean;
  /** Loads the modules that writing needs, ahead of the first file. */
  readonly load?: () => Promise<unknown>;
  /** Writes the file of the dataset's rows; it ends the output only when everything is written. */
  write(batches: AsyncIterable<RowBatch>, context: FileContext, output: Output): Promise<void>;
}

/** The formats available for a dataset. */
export const formatsFor = <Some extends Pick<Format, 'isFor'>>(
  formats: readonly Some[],
  dataset: DatasetDeclaration,
): Some[] => formats.filter(({ isFor }) => isFor === undefined || isFor(dataset));

/** Makes a format of a row-by-row writer. */
export function rowFormat(
  description: Omit<Format, 'write'>,
  open: (context: FileContext) => RowWriter,
): Format {
  return {
    ...description,
    async write(batches, context, output) {
      const writer = open(context);
      let count = 0;
      writer.start(output.sink);
      for await (const batch of batches) {
        for (let index = 0; index < batch.count; index += 1) {
          writer.row(batch.row(index), output.sink);
          if (output.isFull()) await output.flush();
        }
        count += batch.count;
      }
      writer.end(output.sink, count);
      await output.end();
    },
  };
}
