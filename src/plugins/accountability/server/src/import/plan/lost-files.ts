import type { Core } from '@strapi/strapi';
import { modelOf, metadataLookup } from '../../datasets/settings';
import type { ImportDocument } from './import-document';

const FILE = 'plugin::upload.file';

interface MorphTable {
  readonly joinTable?: {
    readonly name: string;
    readonly morphColumn: {
      readonly typeColumn: { readonly name: string };
      readonly idColumn: { readonly name: string };
    };
  };
}

/**
 * Components of a changed document whose files would be lost: a source names no files, and components are written again.
 * @returns names of the attributes
 */
export async function lostFiles(strapi: Core.Strapi, document: ImportDocument): Promise<string[]> {
  const lookup = metadataLookup(strapi);
  const { tableName, attributes } = lookup(document.contentType);
  const files = (strapi.db.metadata.get(FILE).attributes.related as MorphTable | undefined)?.joinTable;
  const lost: string[] = [];
  for (const name of Object.keys(document.shared)) {
    const component = modelOf(strapi, document.contentType)?.attributes[name]?.component;
    const { joinTable } = attributes[name] ?? {};
    const parts = Object.values(modelOf(strapi, component ?? '')?.attributes ?? {});
    if (!files || !joinTable || !parts.some(({ type }) => type === 'media')) continue;
    const { typeColumn, idColumn } = files.morphColumn;
    const found: unknown = await strapi.db
      .connection(`${tableName} as main`)
      .join(`${joinTable.name} as link`, `link.${joinTable.joinColumn.name}`, 'main.id')
      .join(`${files.name} as file`, `file.${idColumn.name}`, `link.${joinTable.inverseJoinColumn.name}`)
      .where('main.document_id', document.documentId)
      .where('link.field', name)
      .where(`file.${typeColumn.name}`, component as string)
      .first('main.id');
    if (found) lost.push(name);
  }
  return lost;
}
