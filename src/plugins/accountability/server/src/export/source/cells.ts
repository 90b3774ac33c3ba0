import { ByteSink } from '../bytes/byte-sink';
import { decode, NOTHING, type CellRow } from '../bytes/cell-row';
import { ITEM_END } from '../bytes/escape';
import type { ColumnType } from '../../datasets/declaration';
import { periodOf, type Precision } from '../../dates/partial-date';
import { cellText, type CellTable } from './cell-table';
import type { CellPlan } from './plan';
import type { RecordAt } from './record-at';
import type { RelatedDocuments } from './target-reader';
import { converterFor, isoSeconds, toMilliseconds } from './values';

/** A link that is a row. */
export interface LinkAt {
  /** Position in the plan's links. */
  readonly position: number;
  readonly role: string;
  readonly id: string;
  /** Row of the document in the batch. */
  readonly row: number;
  readonly target: RecordAt;
}

/** Input of a batch's cells. */
export interface Batch {
  readonly table: CellTable;
  readonly relations: readonly RelatedDocuments[];
  /** The link of the row, in a dataset of links. */
  link?: LinkAt;
}

/** Writes a column's value of a document into a row. New bytes are written to the scratch sink. */
export type CellReader = (batch: Batch, row: number, output: CellRow, scratch: ByteSink) => void;

/**
 * Compiles planned columns to functions that read their values.
 * @param today ISO day of the site
 */
export const cellReaders = (plans: readonly CellPlan[], today: string): CellReader[] =>
  plans.map((plan, column) => cellReader(plan, column, today));

function cellReader(plan: CellPlan, column: number, today: string): CellReader {
  switch (plan.from) {
    case 'record': {
      const put = valueWriter(plan.type);
      return ({ table }, row, output, scratch) => put(table, row, plan.index, output, column, scratch);
    }
    case 'list':
      return ({ table }, row, output, scratch) => putRaw(table, row, plan.index, output, column, scratch);
    case 'times':
      return timesCell(plan, column);
    case 'passed':
      return passedCell(plan, column, today);
    case 'link': {
      const put = valueWriter(plan.type);
      return ({ link }, _row, output, scratch) => {
        if (!link) return output.clear(column);
        const index = plan.indexes[link.position] as number;
        put(link.target.table, link.target.row, index, output, column, scratch);
      };
    }
    case 'link-id':
      return ({ link }, _row, output, scratch) => putText(output, column, link?.id ?? '', scratch);
    case 'link-role':
      return ({ link }, _row, output, scratch) => putText(output, column, link?.role ?? '', scratch);
    case 'related':
      return relatedValue(plan, column);
    case 'related-list':
      return relatedList(plan, column);
  }
}

type PutValue = (
  table: CellTable,
  row: number,
  index: number,
  output: CellRow,
  column: number,
  scratch: ByteSink,
) => void;

const putRaw: PutValue = (table, row, index, output, column) => {
  const at = row * table.width + index;
  output.set(column, table.bytes, table.starts[at] as number, table.ends[at] as number);
};

function putText(output: CellRow, column: number, text: string, scratch: ByteSink): void {
  const start = scratch.length;
  scratch.text(text);
  output.set(column, scratch.bytes, start, scratch.length);
}

/** Types the two databases send in different forms; all others are written as received. */
const CONVERTED: ReadonlySet<ColumnType> = new Set(['boolean', 'date', 'datetime']);
const ISO_DAY_LENGTH = 10;
const DASH = 0x2d;
const COLON = 0x3a;

function valueWriter(type: ColumnType): PutValue {
  if (!CONVERTED.has(type)) return putRaw;
  const convert = converterFor(type);
  return (table, row, index, output, column, scratch) => {
    const at = row * table.width + index;
    const [start, end] = [table.starts[at] as number, table.ends[at] as number];
    if (end === NOTHING) return output.clear(column);
    const isDay = type === 'date' && end - start === ISO_DAY_LENGTH && table.bytes[start + 4] === DASH;
    if (isDay) return output.set(column, table.bytes, start, end);
    const value = convert(decode(table.bytes, start, end));
    if (value === null) output.clear(column);
    else putText(output, column, String(value), scratch);
  };
}

function timesCell({ indexes, choose }: Extract<CellPlan, { from: 'times' }>, column: number): CellReader {
  const better = choose === 'earliest' ? Math.min : Math.max;
  return ({ table }, row, output, scratch) => {
    let chosen: number | null = null;
    for (const index of indexes) {
      const at = toMilliseconds(cellText(table, row, index));
      if (at !== null) chosen = chosen === null ? at : better(chosen, at);
    }
    if (chosen === null) output.clear(column);
    else putText(output, column, isoSeconds(chosen), scratch);
  };
}

function passedCell(
  { date, precision, unless, settled }: Extract<CellPlan, { from: 'passed' }>,
  column: number,
  today: string,
): CellReader {
  const hasPassed = passedDates(today);
  return ({ table }, row, output, scratch) => {
    const isSettled = settled.includes(cellText(table, row, unless) ?? '');
    const passed = !isSettled && hasPassed(cellText(table, row, date), cellText(table, row, precision));
    putText(output, column, String(passed), scratch);
  };
}

/** Many documents end in the same month: each end is computed once. */
function passedDates(today: string): (date: string | null, precision: string | null) => boolean {
  const toDay = converterFor('date');
  const known = new Map<string, boolean>();
  return (date, precision) => {
    const key = `${date} ${precision}`;
    let passed = known.get(key);
    if (passed === undefined) {
      const end = periodOf(toDay(date) as string | null, precision as Precision | null);
      passed = end !== null && end.latest < today;
      if (known.size < MAX_CACHED_DATES) known.set(key, passed);
    }
    return passed;
  };
}

const MAX_CACHED_DATES = 5000;

type Related = Extract<CellPlan, { from: 'related' }>;

const meets = ({ table, row }: RecordAt, where: Related['where']): boolean =>
  where.every(({ index, value }) => cellText(table, row, index) === value);

function relatedValue({ relation, type, index, where }: Related, column: number): CellReader {
  const put = valueWriter(type);
  return ({ relations }, row, output, scratch) => {
    for (const target of relations[relation]?.of(row) ?? []) {
      if (meets(target, where)) return put(target.table, target.row, index, output, column, scratch);
    }
    output.clear(column);
  };
}

/** Each document has its position in the list, so that the lists of a relation have the same order. */
function relatedList(
  { relation, before, indexes, where, names, keepsPlaces }: Extract<CellPlan, { from: 'related-list' }>,
  column: number,
): CellReader {
  const labels = names?.map((name) => Buffer.from(name));
  return ({ relations }, row, output, scratch) => {
    const start = scratch.length;
    let isFirst = true;
    for (const target of relations[relation]?.of(row) ?? []) {
      if (!meets(target, where)) continue;
      const { table } = target;
      const first = target.row * table.width;
      let position = 0;
      while (position < indexes.length && table.ends[first + indexes[position]!] === NOTHING) position += 1;
      const isThere = position < indexes.length;
      if (!isThere && !keepsPlaces) continue;
      if (!isFirst) scratch.byte(ITEM_END);
      isFirst = false;
      if (!isThere) continue;
      for (const index of before) {
        const part = first + index;
        const end = table.ends[part] as number;
        if (end !== NOTHING) scratch.copy(table.bytes, table.starts[part] as number, end);
        scratch.byte(COLON);
      }
      const label = labels?.[position];
      const at = first + (indexes[position] as number);
      if (label) scratch.copy(label, 0, label.length);
      else scratch.copy(table.bytes, table.starts[at] as number, table.ends[at] as number);
    }
    if (isFirst) output.clear(column);
    else output.set(column, scratch.bytes, start, scratch.length);
  };
}
