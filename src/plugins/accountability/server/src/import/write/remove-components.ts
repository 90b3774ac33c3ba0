import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { componentModel, type ComponentSlot } from './content-model';
import { removeMedia } from './media-links';

/** SQLite takes a limited number of values in one statement. */
const AT_ONCE = 500;

/** Removes the components in some attributes of rows, with all that is inside them. */
export async function removeComponents(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  slots: readonly ComponentSlot[],
  ownerIds: readonly number[],
): Promise<void> {
  for (const slot of slots) {
    const inner = componentModel(strapi, slot.uid);
    for (let start = 0; start < ownerIds.length; start += AT_ONCE) {
      const owners = ownerIds.slice(start, start + AT_ONCE);
      // By field and type as a condition, SQLite would look through the components of all documents.
      const all: { id: number; component: number; field: string; type: string }[] = await trx(slot.table)
        .whereIn(slot.owner, owners)
        .select({ id: 'id', component: slot.component, field: slot.field, type: slot.type });
      const joins = all.filter(({ field, type }) => field === slot.attribute && type === slot.uid);
      if (joins.length === 0) continue;
      const ids = joins.map(({ component }) => component);
      for (let from = 0; from < joins.length; from += AT_ONCE) {
        const some = joins.slice(from, from + AT_ONCE).map(({ id }) => id);
        await trx(slot.table).whereIn('id', some).delete();
      }
      await removeComponents(strapi, trx, inner.components, ids);
      await removeMedia(strapi, trx, slot.uid, ids);
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        await trx(inner.table)
          .whereIn(inner.id, ids.slice(from, from + AT_ONCE))
          .delete();
      }
    }
  }
}
