import { rowFormat, type FileContext, type RowWriter } from './format';
import { jsonRecord } from './json-record';

const LINE_FEED = 0x0a;

/** One JSON object per line, each line terminated: files can be read line by line, and concatenated. */
export function ndjsonWriter({ columns }: Pick<FileContext, 'columns'>): RowWriter {
  const record = jsonRecord(columns);
  return {
    start: () => undefined,
    row(row, sink) {
      record(row, sink);
      sink.byte(LINE_FEED);
    },
    end: () => undefined,
  };
}

export const ndjson = rowFormat(
  { extension: 'ndjson', mediaType: 'application/x-ndjson; charset=utf-8', parameters: () => ({}) },
  ndjsonWriter,
);
