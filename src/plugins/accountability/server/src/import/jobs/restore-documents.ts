import type { Core } from '@strapi/strapi';
import type { AttributeValue, ImportDocument } from '../plan/import-document';
import type { Batch } from '../write/batch';
import { changeDocuments, type CurrentDocument } from '../write/changed-documents';
import { contentModel, type ContentModel } from '../write/content-model';
import type { DocumentRow } from '../write/document-rows';
import { nothingWritten } from '../write/new-documents';
import { removeMedia } from '../write/media-links';
import { readDocumentRows } from '../write/read-rows';
import { removeComponents } from '../write/remove-components';
import type { ValuesBefore } from './imported-documents';
import { restoreStates } from './restore-states';

const AT_ONCE = 500;

/** A document that an import has changed. */
export interface ChangedDocument {
  readonly documentId: string;
  readonly before: ValuesBefore;
}

/**
 * Gives documents of one content type the values, links and states that they had before an import, and writes the change
 * log. Inside the caller's transaction, with their rows locked.
 */
export async function restoreDocuments(
  strapi: Core.Strapi,
  batch: Batch,
  contentType: string,
  documents: readonly ChangedDocument[],
): Promise<void> {
  const model = contentModel(strapi, contentType);
  const settings = {
    editorId: null,
    defaultLocale: await strapi.plugin('i18n').service('locales').getDefaultLocale(),
    isHidden: false,
  };
  for (let start = 0; start < documents.length; start += AT_ONCE) {
    const some = documents.slice(start, start + AT_ONCE);
    await batch.giveWay();
    await restoreStates(
      strapi,
      batch,
      contentType,
      some.map(({ documentId, before }) => ({ documentId, states: before.states })),
    );
    const rows = await readDocumentRows(
      batch.trx,
      model,
      some.map(({ documentId }) => documentId),
    );
    const added: number[] = [];
    const current = some.flatMap(({ documentId, before }): CurrentDocument[] => {
      const all = rows.get(documentId) ?? [];
      const own = all.filter(({ locale }) => hadLanguage(before, locale));
      added.push(...all.filter((row) => !own.includes(row)).map(({ id }) => id));
      return own.length > 0 ? [{ document: asBefore(model, documentId, before, own), rows: own }] : [];
    });
    await removeRows(strapi, batch, model, added);
    await changeDocuments(strapi, batch, contentType, current, settings, nothingWritten());
  }
}

const hadLanguage = ({ languages }: ValuesBefore, locale: string | null): boolean =>
  locale === null || languages === undefined || languages.includes(locale);

/** Removes rows of languages that the import has added, with their components. Links go with them. */
async function removeRows(
  strapi: Core.Strapi,
  { trx }: Batch,
  model: ContentModel,
  ids: readonly number[],
): Promise<void> {
  await removeComponents(strapi, trx, model.components, ids);
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    await removeMedia(strapi, trx, model.uid, some);
    await trx(model.table).whereIn(model.id, some).delete();
  }
}

const idsOf = (value: AttributeValue): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

/** What a document had, as an import of it. */
function asBefore(
  model: ContentModel,
  documentId: string,
  { values, updatedAt }: ValuesBefore,
  rows: readonly DocumentRow[],
): ImportDocument {
  const relations = new Set(model.links.map(({ attribute }) => attribute));
  const shared: Record<string, AttributeValue> = {};
  const localized: Record<string, Record<string, AttributeValue>> = {};
  const links: Record<string, readonly string[]> = {};
  const locales = new Set(rows.map(({ locale }) => locale));
  for (const { attribute, locale, before } of values) {
    if (relations.has(attribute)) links[attribute] = idsOf(before);
    else if (locale === null) shared[attribute] = before;
    // A language that has been deleted since does not come back.
    else if (locales.has(locale)) (localized[locale] ??= {})[attribute] = before;
  }
  return {
    contentType: model.uid,
    documentId,
    isNew: false,
    place: { file: '', table: null, row: null, column: null },
    shared,
    localized,
    relations: links,
    states: [],
    // As if it had never been imported: an earlier import can be undone then, unless somebody else has edited it since.
    updatedAt: updatedAt === undefined ? null : new Date(updatedAt),
  };
}
