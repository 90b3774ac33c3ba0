import type { AskApiAgain } from '../api/ask-api';
import { LOCALIZED, localizedColumns, type Reading, type Row } from './records';

const OPEN_DATA = '/api/open-data';

/** Records of datasets by their address, with the tags of the files they were read from. */
export type KeptRows = Map<string, { readonly etag: string; readonly records: readonly unknown[] }>;

function addressOf<T>({ dataset, columns }: Reading<T>): string {
  const fields = columns.flatMap((column) =>
    LOCALIZED.includes(column) ? localizedColumns(column).map(([, name]) => name) : [column],
  );
  return `${OPEN_DATA}/${dataset}.ndjson?fields=${fields.join()}`;
}

/** Records of a dataset, read again only where it has changed since they were kept. */
export async function rowsOf<T>(
  ask: AskApiAgain,
  reading: Reading<T>,
  kept: KeptRows,
): Promise<readonly T[]> {
  const address = addressOf(reading);
  const known = kept.get(address);
  const answer = await ask(address, known?.etag ?? null);
  // What an address was read with decides about the type of what is kept for it.
  if (answer === null) return (known?.records ?? []) as readonly T[];
  const lines = (answer.body as string).split('\n').filter((line) => line !== '');
  const records = lines.map((line) => reading.record(JSON.parse(line) as Row));
  if (answer.etag !== null) kept.set(address, { etag: answer.etag, records });
  return records;
}
