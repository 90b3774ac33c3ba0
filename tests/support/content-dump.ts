import type { Core } from '@strapi/strapi';

type Row = Record<string, unknown>;

interface Attribute {
  readonly columnName?: string;
  readonly type: string;
  readonly target?: string;
  readonly joinColumn?: { name: string };
  readonly joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    on?: object;
  };
}

/** Columns of points in time: that there is one is compared, not which. */
const TIMES = /_at$|^at$/;

const withoutIds = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => column !== 'id')
      .map(([column, value]) => [column, TIMES.test(column) && value !== null ? 'a time' : value]),
  );

/** Every table with rows in it, and how many. */
export async function rowCounts({ db }: Core.Strapi): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tableName } of db.metadata.values()) {
    const [row] = (await db.connection(tableName).count({ count: '*' })) as { count: unknown }[];
    if (Number(row!.count) > 0) counts[tableName] = Number(row!.count);
  }
  return counts;
}

/**
 * What all content tables hold, and those of states, history and change log: each row as text, with what identifies
 * other rows in place of their numeric ids, so that two databases can be compared.
 */
export async function dumpContent(strapi: Core.Strapi): Promise<Record<string, string[]>> {
  const { connection, metadata } = strapi.db;
  const dump: Record<string, string[]> = {};
  const types = Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::'));
  const names = new Map<string, string>();
  const attributesOf = (uid: string) => metadata.get(uid).attributes as unknown as Record<string, Attribute>;
  const tableOf = (uid: string) => metadata.get(uid).tableName;

  for (const uid of types) {
    const rows: Row[] = await connection(tableOf(uid)).select();
    for (const row of rows) {
      const half = row.published_at === null ? 'draft' : 'published';
      names.set(
        `${tableOf(uid)} ${String(row.id)}`,
        `${String(row.document_id)} ${String(row.locale)} ${half}`,
      );
    }
    dump[tableOf(uid)] = rows.map((row) => JSON.stringify(withoutIds(row))).sort();
  }

  const nameComponents = async (uid: string) => {
    for (const attribute of Object.values(attributesOf(uid))) {
      const { joinTable, target = '' } = attribute;
      if (!joinTable?.on || dump[joinTable.name]) continue;
      const joined: Row[] = await connection(joinTable.name).orderBy(['entity_id', 'field', 'order']);
      dump[joinTable.name] = [];
      for (const { entity_id, cmp_id, component_type, field, order } of joined) {
        const component = tableOf(String(component_type));
        const [row] = (await connection(component).where({ id: cmp_id })) as Row[];
        const owner = names.get(`${tableOf(uid)} ${String(entity_id)}`);
        names.set(`${component} ${String(cmp_id)}`, `${owner} ${String(field)} ${String(order)}`);
        dump[joinTable.name]!.push(JSON.stringify([owner, field, order, withoutIds(row ?? {})]));
      }
      dump[joinTable.name]!.sort();
      await nameComponents(target);
    }
  };
  for (const uid of types) await nameComponents(uid);

  for (const uid of types) {
    for (const { joinTable, target = '' } of Object.values(attributesOf(uid))) {
      if (!joinTable || joinTable.on || dump[joinTable.name] || !types.includes(target)) continue;
      const rows: Row[] = await connection(joinTable.name).select();
      dump[joinTable.name] = rows
        .map((row) =>
          JSON.stringify({
            ...withoutIds(row),
            [joinTable.joinColumn.name]: names.get(
              `${tableOf(uid)} ${String(row[joinTable.joinColumn.name])}`,
            ),
            [joinTable.inverseJoinColumn.name]: names.get(
              `${tableOf(target)} ${String(row[joinTable.inverseJoinColumn.name])}`,
            ),
          }),
        )
        .sort();
    }
  }
  for (const name of ['workflow-state', 'status-change', 'change']) {
    const rows: Row[] = await connection(tableOf(`plugin::accountability.${name}`)).orderBy('id');
    dump[name] = rows.map((row) => JSON.stringify(withoutIds(row)));
  }
  dump['workflow-state']!.sort();
  return dump;
}
