import type { Core } from '@strapi/strapi';

/** A document that has a code or slug. */
interface Holder {
  readonly documentId: string;
  readonly name: string;
}

/** Codes and slugs by what they have to be unique in: those of the database, and those an import gives. */
export class UsedCodes {
  private readonly holders = new Map<string, Map<string, Holder>>();

  /** @param scope what the code has to be unique in @returns another document that has it, if one does */
  takenBy(scope: string, code: string, documentId: string): Holder | null {
    const others = [...(this.holders.get(placeOf(scope, code))?.values() ?? [])];
    return others.find((holder) => holder.documentId !== documentId) ?? null;
  }

  isTaken(scope: string, code: string): boolean {
    return (this.holders.get(placeOf(scope, code))?.size ?? 0) > 0;
  }

  use(scope: string, code: string, holder: Holder): void {
    const place = placeOf(scope, code);
    const holders = this.holders.get(place) ?? new Map<string, Holder>();
    this.holders.set(place, holders.set(holder.documentId, holder));
  }

  /** Takes away what a document had before it is given another code. */
  release(scope: string, code: string, documentId: string): void {
    this.holders.get(placeOf(scope, code))?.delete(documentId);
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
