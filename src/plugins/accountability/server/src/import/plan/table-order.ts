import type { ModelLookup } from '../../datasets/content-model';
import { isDocumentTable, isLinkTable, type DocumentTable, type ImportMapping } from '../mapping/declaration';
import { parseTarget } from '../mapping/target';

/** Content types the documents of a table lead to. */
export function typesReferredTo(
  models: ModelLookup,
  mapping: ImportMapping,
  contentType: string,
): Set<string> {
  const types = new Set<string>();
  for (const table of mapping.tables) {
    if (isDocumentTable(table) && table.contentType === contentType) {
      for (const { to } of table.columns) {
        const target = parseTarget(models, contentType, to);
        if (typeof target !== 'string' && target.kind === 'relation') types.add(target.contentType);
      }
    }
    if (isLinkTable(table) && table.contentType === contentType) {
      for (const relation of Object.values(table.relations)) {
        const { target } = models(contentType)?.attributes[relation] ?? {};
        if (target) types.add(target);
      }
    }
  }
  types.delete(contentType);
  return types;
}

/**
 * The content types of a mapping, each behind those its documents lead to.
 * @returns text the types that lead to each other in a circle
 */
export function typesInOrder(models: ModelLookup, mapping: ImportMapping): string[] | string {
  const documents = mapping.tables.filter(isDocumentTable);
  const types = [...new Set(documents.map(({ contentType }: DocumentTable) => contentType))];
  const ordered: string[] = [];
  const waiting = new Set(types);
  while (waiting.size > 0) {
    const ready = [...waiting].filter((type) =>
      [...typesReferredTo(models, mapping, type)].every((other) => !waiting.has(other)),
    );
    if (ready.length === 0) return [...waiting].join(', ');
    for (const type of ready) {
      ordered.push(type);
      waiting.delete(type);
    }
  }
  return ordered;
}
