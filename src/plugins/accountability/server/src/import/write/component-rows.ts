import type { Core } from '@strapi/strapi';
import type { AttributeValue, AttributeValues } from '../plan/import-document';
import { columnValue } from './column-value';
import { componentModel, type ComponentSlot, type RowModel, type ScalarColumn } from './content-model';
import { componentItems, type NextId } from './row-ids';
import type { ColumnValue, RowCollector } from './table-rows';

/** What a column of a new row holds: the value given, else Strapi's default. */
export function newValue(
  { type, defaultValue }: ScalarColumn,
  given: AttributeValue | undefined,
): ColumnValue {
  if (given !== undefined) return columnValue(type, given);
  const made: unknown = typeof defaultValue === 'function' ? defaultValue() : defaultValue;
  return columnValue(type, made as AttributeValue | undefined);
}

export interface ComponentWriting {
  readonly strapi: Core.Strapi;
  readonly collector: RowCollector;
  readonly nextId: NextId;
}

/** Collects the rows of all components that a row of their owner has. */
export function addComponents(
  writing: ComponentWriting,
  model: RowModel,
  ownerId: number,
  values: AttributeValues,
): void {
  for (const slot of model.components) {
    const items = componentItems(values[slot.attribute]);
    if (items.length > 0) addSlot(writing, slot, ownerId, items);
  }
}

/** Collects the rows of the components in one attribute of a row. */
export function addSlot(
  writing: ComponentWriting,
  slot: ComponentSlot,
  ownerId: number,
  items: readonly AttributeValues[],
): void {
  const { strapi, collector, nextId } = writing;
  const inner = componentModel(strapi, slot.uid);
  const columns = [inner.id, ...inner.scalars.map(({ column }) => column)];
  items.forEach((item, index) => {
    const id = nextId(inner.table);
    collector.add(inner.table, columns, [
      id,
      ...inner.scalars.map((scalar) => newValue(scalar, item[scalar.attribute])),
    ]);
    collector.addJoin(
      slot.table,
      [slot.owner, slot.component, slot.type, slot.field, slot.order],
      [ownerId, id, slot.uid, slot.attribute, slot.isList ? index + 1 : null],
    );
    addComponents(writing, inner, id, item);
  });
}
