import type { Core } from '@strapi/strapi';

/** A document that has a code or slug. */
interface Holder {
  readonly documentId: string;
  readonly name: string;
}

/** Codes and slugs by what they have to be unique in: those of the database, and those an import gives. */
export class UsedCodes {
  /** One is the rule: a list of one each would take the memory of two. */
  private readonly holders = new Map<string, Holder | readonly Holder[]>();

  /** @param scope what the code has to be unique in @returns another document that has it, if one does */
  takenBy(scope: string, code: string, documentId: string): Holder | null {
    return this.of(placeOf(scope, code)).find((holder) => holder.documentId !== documentId) ?? null;
  }

  isTaken(scope: string, code: string): boolean {
    return this.holders.has(placeOf(scope, code));
  }

  use(scope: string, code: string, holder: Holder): void {
    const place = placeOf(scope, code);
    this.set(place, [...this.of(place).filter(({ documentId }) => documentId !== holder.documentId), holder]);
  }

  /** Takes away what a document had before it is given another code. */
  release(scope: string, code: string, documentId: string): void {
    const place = placeOf(scope, code);
    this.set(
      place,
      this.of(place).filter((holder) => holder.documentId !== documentId),
    );
  }

  private of(place: string): readonly Holder[] {
    const known = this.holders.get(place) ?? [];
    return 'documentId' in known ? [known] : known;
  }

  private set(place: string, holders: readonly Holder[]): void {
    const [first] = holders;
    if (first) this.holders.set(place, holders.length === 1 ? first : holders);
    else this.holders.delete(place);
  }
}

const placeOf = (scope: string, code: string): string => `${scope}\u0000${code}`;

interface SlugRow {
  readonly document_id: string;
  readonly slug: string;
  readonly name: string;
}

/** Notes the slugs of a content type. @param nameField what its documents are called in messages */
export async function noteSlugs(
  strapi: Core.Strapi,
  used: UsedCodes,
  uid: string,
  nameField: string,
): Promise<void> {
  const { tableName } = strapi.db.metadata.get(uid);
  const rows = (await strapi.db
    .connection(tableName)
    .select({ document_id: 'document_id', slug: 'slug', name: nameField })
    .whereNotNull('slug')) as SlugRow[];
  for (const { document_id: documentId, slug, name } of rows) used.use(uid, slug, { documentId, name });
}

interface ThemeRow {
  readonly document_id: string;
  readonly scheme: string;
  readonly code: string;
  readonly name: string | null;
}

const THEME = 'api::theme.theme';

/** What the code of a theme has to be unique in. */
export const themeScope = (scheme: string): string => `${THEME} ${scheme}`;

/** Notes the codes of the themes. */
export async function noteThemeCodes(strapi: Core.Strapi, used: UsedCodes): Promise<void> {
  const rows = (await strapi.db
    .connection(strapi.db.metadata.get(THEME).tableName)
    .select('document_id', 'scheme', 'code', 'name')
    .whereNotNull('code')) as ThemeRow[];
  for (const { document_id: documentId, scheme, code, name } of rows) {
    used.use(themeScope(scheme), code, { documentId, name: name ?? documentId });
  }
}
