import type { Core } from '@strapi/strapi';
import { isLocalizedModel } from '../../datasets/content-model';
import { columnOf } from '../../export/source/metadata';
import { metadataLookup, modelOf } from '../../datasets/settings';
import { withoutHidden } from '../write/hidden-locale';

const AT_ONCE = 500;

/**
 * In which languages documents are: a link of a localized document leads from each of its languages to the same
 * language of another document, so that two documents without a common language cannot be linked.
 */
export class TargetLanguages {
  private readonly known = new Map<string, Map<string, ReadonlySet<string>>>();

  constructor(private readonly strapi: Core.Strapi) {}

  /** Remembers all languages of a document of the import. */
  note(contentType: string, documentId: string, languages: Iterable<string>): void {
    this.of(contentType).set(documentId, new Set(languages));
  }

  /** Reads the languages of documents that are not known yet. */
  async load(contentType: string, documentIds: Iterable<string>): Promise<void> {
    const known = this.of(contentType);
    const missing = [...new Set(documentIds)].filter((documentId) => !known.has(documentId));
    const metadata = metadataLookup(this.strapi)(contentType);
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      const ids = missing.slice(start, start + AT_ONCE);
      const [documentId, locale] = [columnOf(metadata, 'documentId'), columnOf(metadata, 'locale')];
      const query = this.strapi.db
        .connection(metadata.tableName)
        .distinct({ documentId, locale })
        .whereIn(documentId, ids);
      const rows = (await withoutHidden(query, locale)) as { documentId: string; locale: string | null }[];
      for (const id of ids) {
        known.set(
          id,
          new Set(rows.flatMap((row) => (row.documentId === id && row.locale ? [row.locale] : []))),
        );
      }
    }
  }

  /** The languages of a document, where none of them is among these; null where they can be linked. */
  apart(contentType: string, documentId: string, languages: ReadonlySet<string>): readonly string[] | null {
    const model = modelOf(this.strapi, contentType);
    const own = this.of(contentType).get(documentId);
    if (!model || !isLocalizedModel(model) || !own || own.size === 0 || languages.size === 0) return null;
    return [...own].some((language) => languages.has(language)) ? null : [...own];
  }

  private of(contentType: string): Map<string, ReadonlySet<string>> {
    const found = this.known.get(contentType) ?? new Map<string, ReadonlySet<string>>();
    this.known.set(contentType, found);
    return found;
  }
}
