import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

const FILE = 'plugin::upload.file';

interface MorphTable {
  readonly name: string;
  readonly morphColumn: {
    readonly idColumn: { readonly name: string };
    readonly typeColumn: { readonly name: string };
  };
}

/** The table that ties files to rows of any content type or component; null without a media library. */
function mediaTable(strapi: Core.Strapi): MorphTable | null {
  if (!(FILE in strapi.contentTypes)) return null;
  const attributes = Object.values(strapi.db.metadata.get(FILE).attributes) as unknown as {
    joinTable?: MorphTable | { morphColumn?: undefined };
  }[];
  const found = attributes.find(({ joinTable }) => joinTable?.morphColumn);
  return (found?.joinTable as MorphTable | undefined) ?? null;
}

/** Ties the files of a row to another row of the same content type or component. */
export async function copyMedia(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  fromId: number,
  toId: number,
): Promise<void> {
  const table = mediaTable(strapi);
  if (!table) return;
  const { idColumn, typeColumn } = table.morphColumn;
  const rows: Record<string, unknown>[] = await trx(table.name).where({
    [idColumn.name]: fromId,
    [typeColumn.name]: uid,
  });
  for (const { id: _, ...row } of rows) await trx(table.name).insert({ ...row, [idColumn.name]: toId });
}

/** Unties the files of rows that are gone. */
export async function removeMedia(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  ids: readonly number[],
): Promise<void> {
  const table = mediaTable(strapi);
  if (!table) return;
  const { idColumn, typeColumn } = table.morphColumn;
  await trx(table.name)
    .where({ [typeColumn.name]: uid })
    .whereIn(idColumn.name, [...ids])
    .delete();
}
