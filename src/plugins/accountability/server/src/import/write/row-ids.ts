import type { Core } from '@strapi/strapi';
import type { AttributeValue, AttributeValues } from '../plan/import-document';
import type { Batch } from './batch';
import { componentModel, type RowModel } from './content-model';

/** Counts rows by table. */
export type RowCounts = Map<string, number>;

export const count = (counts: RowCounts, table: string, number: number): void =>
  void counts.set(table, (counts.get(table) ?? 0) + number);

/** The objects of a component attribute, whether it holds one or a list. */
export function componentItems(value: AttributeValue | undefined): readonly AttributeValues[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as readonly AttributeValues[];
}

/** Counts the rows that the components among some values take, and those inside them. */
export function countComponents(
  strapi: Core.Strapi,
  model: RowModel,
  values: AttributeValues,
  times: number,
  counts: RowCounts,
): void {
  for (const slot of model.components) {
    const inner = componentModel(strapi, slot.uid);
    for (const item of componentItems(values[slot.attribute])) {
      count(counts, inner.table, times);
      countComponents(strapi, inner, item, times, counts);
    }
  }
}

/** Hands out ids that have been reserved. */
export type NextId = (table: string) => number;

/** Reserves as many ids as rows have been counted. */
export async function reserveRows(batch: Batch, counts: RowCounts): Promise<NextId> {
  const left = new Map<string, IterableIterator<number>>();
  for (const [table, number] of counts) left.set(table, (await batch.reserveIds(table, number)).values());
  return (table) => {
    const next = left.get(table)?.next();
    if (!next || next.done) throw new Error(`More rows of "${table}" than were counted`);
    return next.value;
  };
}
