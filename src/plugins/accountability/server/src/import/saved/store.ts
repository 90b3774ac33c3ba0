import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { SavedMappingBody, SavedTable } from '../../../../shared/saved-mapping';
import { takeLock } from '../../database/exclusive-lock';
import { inTransaction } from '../../database/transaction';
import type { Actor } from '../../workflow/actor';
import { GENERIC } from '../mapping/generic';
import { ImportRefusal } from '../refusal';
import { importsConfig } from '../registry';
import { SAVED_MAPPING } from './content-types';

const LOCK = 'saved-mappings';
const MOST = 200;

/** A saved mapping as it is kept. */
export interface SavedMapping {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly tables: readonly SavedTable[];
  readonly ownerKind: Actor['kind'];
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly changedBy: string | null;
  readonly savedAt: string;
  readonly changedAt: string;
  readonly version: number;
}

/** A name as it is compared: letter case and the form of its characters do not matter. */
export const comparedName = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

const query = (strapi: Core.Strapi) => strapi.db.query(SAVED_MAPPING);

/** All of them, by name. */
export const listSaved = (strapi: Core.Strapi): Promise<SavedMapping[]> =>
  query(strapi).findMany({ orderBy: { comparedName: 'asc' } }) as Promise<SavedMapping[]>;

export const findSavedByName = (strapi: Core.Strapi, name: string): Promise<SavedMapping | null> =>
  query(strapi).findOne({ where: { comparedName: comparedName(name) } }) as Promise<SavedMapping | null>;

/** @throws ImportRefusal 404 */
export async function savedOf(strapi: Core.Strapi, key: string): Promise<SavedMapping> {
  const found = (await query(strapi).findOne({ where: { key } })) as SavedMapping | null;
  if (!found) throw new ImportRefusal('NO_SUCH_SAVED_MAPPING', { id: key.slice(0, 100) });
  return found;
}

/** @throws ImportRefusal 409 where the name is that of another mapping, saved or declared */
async function assertFree(strapi: Core.Strapi, name: string, own: string | null): Promise<void> {
  const compared = comparedName(name);
  const declared = importsConfig(strapi).mappings.map((mapping) => mapping.name);
  if ([...declared, GENERIC].some((one) => comparedName(one) === compared)) {
    throw new ImportRefusal('MAPPING_NAME_DECLARED', { name });
  }
  const other = await findSavedByName(strapi, name);
  if (other && other.key !== own) throw new ImportRefusal('MAPPING_NAME_TAKEN', { name: other.name });
}

/**
 * Saves a mapping whose tables have been checked.
 * @throws ImportRefusal 409 where its name is taken, or there are too many
 */
export async function saveMapping(
  strapi: Core.Strapi,
  actor: Actor,
  { name, tables }: SavedMappingBody,
): Promise<SavedMapping> {
  const key = randomUUID();
  await inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, LOCK);
    await assertFree(strapi, name, null);
    if ((await query(strapi).count()) >= MOST) {
      throw new ImportRefusal('TOO_MANY_SAVED_MAPPINGS', { limit: String(MOST) });
    }
    const now = new Date();
    await query(strapi).create({
      data: {
        key,
        name,
        comparedName: comparedName(name),
        tables,
        ownerKind: actor.kind,
        ownerId: actor.id,
        ownerName: actor.name,
        changedBy: actor.name,
        savedAt: now,
        changedAt: now,
        version: 1,
      },
    });
  });
  return savedOf(strapi, key);
}

/**
 * Changes a saved mapping; its owner stays.
 * @param version the one the caller has seen
 * @throws ImportRefusal 404; 409 where its name is taken, or somebody has changed it since
 */
export async function changeMapping(
  strapi: Core.Strapi,
  actor: Actor,
  key: string,
  { name, tables, version }: SavedMappingBody & { readonly version: number },
): Promise<SavedMapping> {
  await inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, LOCK);
    const saved = await savedOf(strapi, key);
    if (saved.version !== version) throw new ImportRefusal('MAPPING_CHANGED_SINCE', { name: saved.name });
    await assertFree(strapi, name, key);
    await query(strapi).update({
      where: { key },
      data: {
        name,
        comparedName: comparedName(name),
        tables,
        changedBy: actor.name,
        changedAt: new Date(),
        version: version + 1,
      },
    });
  });
  return savedOf(strapi, key);
}

/** @throws ImportRefusal 404 */
export async function removeMapping(strapi: Core.Strapi, key: string): Promise<void> {
  const { id } = await savedOf(strapi, key);
  await query(strapi).delete({ where: { id } });
}
