import { rowFormat, type FileContext, type RowWriter } from './format';
import { jsonRecord } from './json-record';

/**
 * One JSON document. `count` comes last: a truncated file is not valid JSON, and a complete one states its number
 * of rows.
 */
export function jsonWriter({
  dataset,
  columns,
  locale,
  licence,
}: Omit<FileContext, 'parameters'>): RowWriter {
  const record = jsonRecord(columns);
  let between = '\n';
  return {
    start: (sink) =>
      sink.text(
        `{"dataset":${JSON.stringify(dataset.name)},"locale":${JSON.stringify(locale)},` +
          `"license":${JSON.stringify(licence)},"data":[`,
      ),
    row(row, sink) {
      sink.text(between);
      between = ',\n';
      record(row, sink);
    },
    end: (sink, count) => sink.text(`\n],"count":${count}}\n`),
  };
}

export const json = rowFormat(
  { extension: 'json', mediaType: 'application/json; charset=utf-8', parameters: () => ({}) },
  jsonWriter,
);
