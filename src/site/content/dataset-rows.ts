import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AskApi, AskApiAgain } from '../api/ask-api';
import { LOCALIZED, localizedColumns, type Reading, type Row } from './records';

const OPEN_DATA = '/api/open-data';
/** Values a filter of the exports takes. */
const MAX_VALUES = 200;
/** Rows that are parsed before other requests get their turn. */
const ROWS_PER_TURN = 2_000;

/** Cached records of datasets by address, with the entity tags of their files. */
export type KeptRows = Map<string, { readonly etag: string; readonly records: readonly unknown[] }>;

function addressOf<T>({ dataset, columns }: Reading<T>): string {
  const fields = columns.flatMap((column) =>
    LOCALIZED.includes(column) ? localizedColumns(column).map(([, name]) => name) : [column],
  );
  return `${OPEN_DATA}/${dataset}.ndjson?fields=${fields.join()}`;
}

/** The rows of a file of lines. Leaves the event loop to others in between: a file may have a hundred thousand. */
async function parsed<T>(body: unknown, record: (row: Row) => T): Promise<T[]> {
  const lines = (body as string).split('\n');
  const records: T[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0 && index % ROWS_PER_TURN === 0) await nextTurn();
    if (line !== '') records.push(record(JSON.parse(line) as Row));
  }
  return records;
}

/** All records of a dataset. */
export async function allRows<T>(ask: AskApi, reading: Reading<T>): Promise<T[]> {
  return parsed(await ask(addressOf(reading)), reading.record);
}

/** The records of a dataset whose column has one of the values. */
export async function rowsWhere<T>(
  ask: AskApi,
  reading: Reading<T>,
  column: string,
  values: readonly string[],
): Promise<T[]> {
  const records: T[] = [];
  for (let start = 0; start < values.length; start += MAX_VALUES) {
    const filters = values
      .slice(start, start + MAX_VALUES)
      .map((value) => `filters[${column}][$in]=${encodeURIComponent(value)}`);
    records.push(...(await parsed(await ask(`${addressOf(reading)}&${filters.join('&')}`), reading.record)));
  }
  return records;
}

/** Records of a small dataset, reloaded only where it has changed. */
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
  const records = await parsed(answer.body, reading.record);
  if (answer.etag !== null) kept.set(address, { etag: answer.etag, records });
  return records;
}
