import type { LinkTable } from './content-model';
import { linkedRows, type DocumentRow } from './document-rows';
import type { ColumnValue, RowCollector } from './table-rows';

/** Counts links by the rows they lead to: each new one stands behind those there are. */
export class InverseOrders {
  private readonly last = new Map<string, Map<number, number>>();

  /** Records that a row has links already. */
  begin({ table }: LinkTable, id: number, last: number): void {
    this.of(table).set(id, last);
  }

  knows({ table }: LinkTable, id: number): boolean {
    return this.of(table).has(id);
  }

  /** Counts on without changing this one. */
  copy(): InverseOrders {
    const copy = new InverseOrders();
    for (const [table, orders] of this.last) copy.last.set(table, new Map(orders));
    return copy;
  }

  next({ table }: LinkTable, id: number): number {
    const orders = this.of(table);
    const next = (orders.get(id) ?? 0) + 1;
    orders.set(id, next);
    return next;
  }

  private of(table: string): Map<number, number> {
    const known = this.last.get(table) ?? new Map<number, number>();
    this.last.set(table, known);
    return known;
  }
}

/** Collects the links of a document's rows by one relation, in the order of its targets. */
export function addLinks(
  collector: RowCollector,
  orders: InverseOrders,
  link: LinkTable,
  sources: readonly DocumentRow[],
  targets: readonly (readonly DocumentRow[])[],
  defaultLocale: string,
): void {
  const columns = [
    link.source,
    link.to,
    ...(link.order ? [link.order] : []),
    ...(link.inverseOrder ? [link.inverseOrder] : []),
  ];
  // Both halves of a document have one place among those that lead to a row without halves.
  const places = new Map<number, number>();
  const placeOf = (id: number): number => {
    const place = places.get(id) ?? orders.next(link, id);
    places.set(id, place);
    return place;
  };
  for (const source of sources) {
    let position = 0;
    for (const rows of targets) {
      const linked = linkedRows(source, rows, defaultLocale);
      if (linked.length > 0) position += 1;
      for (const { id } of linked) {
        const row: ColumnValue[] = [source.id, id];
        if (link.order) row.push(position);
        if (link.inverseOrder) row.push(placeOf(id));
        collector.addJoin(link.table, columns, row);
      }
    }
  }
}
