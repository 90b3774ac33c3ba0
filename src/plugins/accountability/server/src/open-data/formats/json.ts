import { textFormat, type FileContext, type Writer } from './format';
import { jsonRecord } from './json-record';

/**
 * One JSON document. `count` stands last: a file cut off is not valid JSON, and a complete one says how many
 * rows it has.
 */
export function jsonWriter({ dataset, columns, locale, licence }: Omit<FileContext, 'parameters'>): Writer {
  const record = jsonRecord(columns);
  let count = 0;
  return {
    header: () =>
      `{"dataset":${JSON.stringify(dataset.name)},"locale":${JSON.stringify(locale)},` +
      `"license":${JSON.stringify(licence)},"data":[`,
    records(rows) {
      const lines = rows.map(record).join(',\n');
      const text = rows.length === 0 ? '' : `${count > 0 ? ',' : ''}\n${lines}`;
      count += rows.length;
      return text;
    },
    footer: () => `\n],"count":${count}}\n`,
  };
}

export const json = textFormat(
  { extension: 'json', mediaType: 'application/json; charset=utf-8', parameters: () => ({}) },
  jsonWriter,
);
