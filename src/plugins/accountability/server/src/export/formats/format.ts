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

/** What a writer may say about the file beside its rows. */
export interface FileContext {
  readonly dataset: DatasetDeclaration;
  readonly columns: readonly OutputColumn[];
  /** The language asked for, null for all. */
  readonly locale: string | null;
  /** The site's languages, the first one first. */
  readonly languages: readonly string[];
  /** Absolute address of open data, without a slash at the end. */
  readonly base: string;
  readonly licence: Licence;
  /** The format's own parameters, as its `parameters` parsed them. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Turns rows into the bytes of a file, step by step: once the start, each row, once the end. Pure. */
export interface RowWriter {
  start(sink: ByteSink): void;
  row(row: CellRow, sink: ByteSink): void;
  /** @param count rows there were */
  end(sink: ByteSink, count: number): void;
}

/** A file format: a new one is a new file and a line in the registry. */
export interface Format {
  readonly extension: string;
  /** Value of Content-Type. */
  readonly mediaType: string;
  /** The format compresses its bytes itself: a content coding gains nothing. */
  readonly isPacked?: boolean;
  /**
   * Query parameters only this format takes, each with its schema. The library for schemas is handed in: a
   * thread that only writes need not load it.
   */
  readonly parameters: (schemas: typeof z) => Readonly<Record<string, z.ZodType>>;
  /** Rows a file of this format can hold at most; none where there is no limit. */
  readonly maxRows?: number;
  /** Whether a dataset comes in this format; every one does where this is left out. */
  readonly isFor?: (dataset: DatasetDeclaration) => boolean;
  /** Texts are marked with the language of their column, so that none in another one may stand there. */
  readonly marksLanguages?: boolean;
  /** Loads what writing takes, ahead of the first file. */
  readonly load?: () => Promise<unknown>;
  /** Writes the file of the dataset's rows; it ends the output when all of it is written, and only then. */
  write(batches: AsyncIterable<RowBatch>, context: FileContext, output: Output): Promise<void>;
}

/** The formats a dataset comes in. */
export const formatsFor = <Some extends Pick<Format, 'isFor'>>(
  formats: readonly Some[],
  dataset: DatasetDeclaration,
): Some[] => formats.filter(({ isFor }) => isFor === undefined || isFor(dataset));

/** Makes a format of a writer that writes row after row. */
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
