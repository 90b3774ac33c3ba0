import type { ModelLookup } from '../../datasets/content-model';
import {
  isDocumentTable,
  isLinkTable,
  isStateTable,
  type ImportMapping,
  type ImportTable,
} from '../mapping/declaration';
import { parseTarget } from '../mapping/target';

/**
 * Attributes by which rows of a mapping's tables name documents of a content type, besides their ids: by relations of
 * other documents, and in tables of states and links.
 */
export function attributesReferredBy(
  models: ModelLookup,
  { tables }: ImportMapping,
  contentType: string,
): ReadonlySet<string> {
  const names = new Set(
    tables.flatMap((table) => table.columns.flatMap(({ to }) => namesIn(models, table, to, contentType))),
  );
  names.delete('documentId');
  return names;
}

function namesIn(
  models: ModelLookup,
  table: ImportTable,
  to: string,
  contentType: string,
): readonly string[] {
  if (isDocumentTable(table)) {
    const target = parseTarget(models, table.contentType, to);
    const isIt =
      typeof target !== 'string' && target.kind === 'relation' && target.contentType === contentType;
    return isIt ? target.by : [];
  }
  const [side, by] = to.split('.');
  return by && namesIt(models, table, side, contentType) ? [by] : [];
}

function namesIt(
  models: ModelLookup,
  table: Exclude<ImportTable, { readonly keys: unknown }>,
  side: string | undefined,
  contentType: string,
): boolean {
  if (isStateTable(table)) return side === 'subject' && Object.values(table.subjects).includes(contentType);
  if (!isLinkTable(table)) return false;
  if (side === 'source') return table.contentType === contentType;
  const targets = Object.values(table.relations).map(
    (relation) => models(table.contentType)?.attributes[relation]?.target,
  );
  return side === 'target' && targets.includes(contentType);
}
