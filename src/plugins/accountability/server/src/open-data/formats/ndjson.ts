import { textFormat, type FileContext, type Writer } from './format';
import { jsonRecord } from './json-record';

/** One JSON object a line, each line ended: a file may be read line by line, and concatenated. */
export function ndjsonWriter({ columns }: Pick<FileContext, 'columns'>): Writer {
  const record = jsonRecord(columns);
  return {
    header: () => '',
    records: (rows) => rows.map((row) => `${record(row)}\n`).join(''),
    footer: () => '',
  };
}

export const ndjson = textFormat(
  { extension: 'ndjson', mediaType: 'application/x-ndjson; charset=utf-8', parameters: () => ({}) },
  ndjsonWriter,
);
