import type { Core } from '@strapi/strapi';
import type { DocumentSnapshot } from '../../change-log/kind-of-change';
import { documentsLinkedTo } from '../../change-log/linked-documents';
import { documentSnapshots } from '../../change-log/public-rows';
import { recordDifference, takeSnapshot } from '../../change-log/public-snapshot';
import { publicConditions, publicTypes } from '../../change-log/public-types';
import { workflowConfig, workflowsOf } from '../../workflow/registry';
import type { ImportDocument } from '../plan/import-document';
import type { Changing } from './changing';
import type { ContentModel } from './content-model';
import type { DocumentRow } from './document-rows';
import { ownedLink } from './new-documents';

/** A document with its rows as they are before the change. */
interface Standing {
  readonly document: ImportDocument;
  readonly rows: readonly DocumentRow[];
}

/**
 * Begins a change of documents of one content type in what they name. Others wait for the rows
 * meanwhile, so only what such a change can alter is read twice: mostly it leaves public rows public, and links as they are.
 * @returns what writes the change log once it is made, with the documents as they are then
 */
export async function beginDifference(
  { strapi, batch: { trx }, model }: Pick<Changing, 'strapi' | 'batch' | 'model'>,
  current: readonly Standing[],
): Promise<() => Promise<ReadonlyMap<string, DocumentSnapshot>>> {
  if (!publicTypes(strapi).has(model.uid)) return () => Promise.resolve(new Map());
  const ids = current.map(({ document }) => document.documentId);
  if (current.some((one) => changesPublicity(strapi, model, one))) {
    const before = await takeSnapshot(strapi, trx, model.uid, ids);
    return async () => {
      const after = await takeSnapshot(strapi, trx, model.uid, ids);
      await recordDifference(strapi, trx, model.uid, before, after, () => true);
      return after.documents;
    };
  }
  const documents = await documentSnapshots(strapi, model.uid, ids);
  const linking = current.filter(({ document }) => Object.keys(document.relations).length > 0);
  const rowIds = linking.flatMap(({ document }) => documents.get(document.documentId)?.rowIds ?? []);
  const tables = new Set(
    linking.flatMap(({ document }) =>
      Object.keys(document.relations).map((attribute) => ownedLink(model, attribute).table),
    ),
  );
  const readLinked = () => documentsLinkedTo(strapi, trx, model.uid, rowIds, tables);
  const before = await readLinked();
  return async () => {
    const after = { documents, linked: await readLinked() };
    await recordDifference(strapi, trx, model.uid, { documents, linked: before }, after, () => true);
    return documents;
  };
}

/** Whether a change may make rows public or not public, or adds some. */
function changesPublicity(
  strapi: Core.Strapi,
  { uid, isLocalized }: ContentModel,
  { document: { shared, localized, states }, rows }: Standing,
): boolean {
  const locales = Object.keys(localized);
  if (isLocalized && locales.some((code) => rows.every(({ locale }) => locale !== code))) return true;
  const decisive = Object.keys(publicConditions(strapi, uid));
  if (decisive.length === 0) return false;
  const moved = new Set(states.map(({ workflow }) => workflow));
  const named = new Set([
    ...[shared, ...Object.values(localized)].flatMap((values) => Object.keys(values)),
    ...workflowsOf(workflowConfig(strapi), uid).flatMap(({ name, field }) =>
      moved.has(name) && field !== undefined ? [field] : [],
    ),
  ]);
  return decisive.some((attribute) => named.has(attribute));
}
