import type { Core } from '@strapi/strapi';
import type { ModelAttribute } from '../../datasets/content-model';
import { metadataLookup, modelOf } from '../../datasets/settings';
import { columnOf } from '../../export/source/metadata';
import { withoutHidden } from '../write/hidden-locale';
import type { ExistingDocument } from './existing-documents';
import type { AttributeValue, ImportDocument } from './import-document';

interface UniqueAttribute extends ModelAttribute {
  readonly unique?: boolean;
}

interface UniqueName {
  readonly name: string;
  readonly isLocalized: boolean;
}

/** A value that another document has already. */
export interface TakenValue {
  readonly attribute: string;
  readonly locale: string | null;
  readonly value: AttributeValue;
}

interface Row {
  readonly document_id: string;
  readonly locale: string | null;
  readonly value: string | number;
}

const isGiven = (value: AttributeValue | undefined): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

/**
 * Values of attributes that are unique: those of the database, and those an import gives. As Strapi checks them, a
 * localized one has to be unique in its language.
 */
export class UniqueValues {
  /** DocumentIds by attribute, language and value. */
  private readonly holders = new Map<string, Set<string>>();

  private readonly attributes = new Map<string, readonly UniqueName[]>();

  constructor(private readonly strapi: Core.Strapi) {}

  /** Reads who has the values that these documents want: one statement for each unique attribute. */
  async load(contentType: string, documents: readonly ImportDocument[]): Promise<void> {
    const metadata = metadataLookup(this.strapi)(contentType);
    for (const { name, isLocalized } of this.uniqueAttributes(contentType)) {
      const values = documents.flatMap((document) => valuesOf(document, name).map(({ value }) => value));
      if (values.length === 0) continue;
      const column = columnOf(metadata, name);
      const rows = (await withoutHidden(this.strapi.db.connection(metadata.tableName), 'locale')
        .select('document_id', 'locale', { value: column })
        .whereIn(column, [...new Set(values)])) as Row[];
      for (const { document_id, locale, value } of rows) {
        this.holdersOf(contentType, name, isLocalized ? locale : null, value).add(document_id);
      }
    }
  }

  /** Takes the values a document gives. @returns those that another one has */
  take(document: ImportDocument, existing: ExistingDocument | null): TakenValue[] {
    const { contentType, documentId } = document;
    const taken: TakenValue[] = [];
    for (const { name } of this.uniqueAttributes(contentType)) {
      for (const { locale, value } of valuesOf(document, name)) {
        const before = locale === null ? existing?.shared[name] : existing?.localized[locale]?.[name];
        if (isGiven(before) && before !== value) {
          this.holdersOf(contentType, name, locale, before).delete(documentId);
        }
        const holders = this.holdersOf(contentType, name, locale, value);
        if ([...holders].some((id) => id !== documentId)) taken.push({ attribute: name, locale, value });
        holders.add(documentId);
      }
    }
    return taken;
  }

  private uniqueAttributes(contentType: string): readonly UniqueName[] {
    const known = this.attributes.get(contentType);
    if (known) return known;
    const { attributes = {} } = modelOf(this.strapi, contentType) ?? {};
    const found = Object.entries(attributes)
      .filter(([, { type, unique }]: [string, UniqueAttribute]) => unique === true || type === 'uid')
      .map(([name, { pluginOptions }]) => ({ name, isLocalized: pluginOptions?.i18n?.localized === true }));
    this.attributes.set(contentType, found);
    return found;
  }

  private holdersOf(type: string, name: string, locale: string | null, value: string | number): Set<string> {
    const place = JSON.stringify([type, name, locale, String(value)]);
    const known = this.holders.get(place);
    if (known) return known;
    const holders = new Set<string>();
    this.holders.set(place, holders);
    return holders;
  }
}

/** The values a document gives an attribute, by language where it is localized. */
const valuesOf = (
  { shared, localized }: ImportDocument,
  name: string,
): { locale: string | null; value: string | number }[] =>
  [
    { locale: null, value: shared[name] },
    ...Object.entries(localized).map(([locale, values]) => ({ locale, value: values[name] })),
  ].flatMap(({ locale, value }) => (isGiven(value) ? [{ locale, value }] : []));
