import type { AskApiAgain } from '../api/ask-api';
import { LOCALIZED, localizedColumns, type Reading, type Row } from './records';

const OPEN_DATA = '/api/open-data';

/** Cached records of datasets by address, with the entity tags of their files. */
export type KeptRows = Map<string, { readonly etag: string; readonly records: readonly unknown[] }>;

function addressOf<T>({ dataset, columns }: Reading<T>): string {
  const fields = columns.flatMap((column) =>
    LOCALIZED.includes(column) ? localizedColumns(column).map(([, name]) => name) : [column],
  );
  return `${OPEN_DATA}/${dataset}.ndjson?fields=${fields.join()}`;
}

/** Records of a dataset, reloaded only where it has changed. */
export async function rowsOf<T>(
  ask: AskApiAgain,
  reading: Reading<T>,
  kept: KeptRows,
): Promise<readonly T[]> {
  const address = addressOf(reading);
  const known = kept.get(address);
  const answer = await ask(address, known?.etag ?? null);
  // The address determines the type of its cached records.
  if (answer === null) return (known?.records ?? []) as readonly T[];
  const lines = (answer.body as string).split('\n').filter((line) => line !== '');
  const records = lines.map((line) => reading.record(JSON.parse(line) as Row));
  if (answer.etag !== null) kept.set(address, { etag: answer.etag, records });
  return records;
}
