import type { Core, UID } from '@strapi/strapi';

type Data = Record<string, unknown>;

export interface WantedDocument {
  uid: UID.ContentType;
  /** Identity of the document, in the terms of the database layer: an existing one is not created again. */
  where: Data;
  /** Unlocalized attributes. */
  shared: Data;
  /** Localized attributes by language; the first one is written first. */
  texts: Readonly<Record<string, Data>>;
  /** What must run before it is published, with its documentId. */
  beforePublishing?: (documentId: string) => Promise<void>;
}

/**
 * Creates what is missing of a document: the document itself, a language, its publication. Existing parts are left
 * unchanged.
 * @returns the documentId
 */
export async function ensureDocument(strapi: Core.Strapi, wanted: WantedDocument): Promise<string> {
  const { uid, where, shared, texts } = wanted;
  const documents = strapi.documents(uid);
  const [first = '', ...others] = Object.keys(texts);
  const rows: { documentId: string; locale: string; publishedAt: string | null }[] = await strapi.db
    .query(uid)
    .findMany({ select: ['documentId', 'locale', 'publishedAt'], where });

  // The data is constant and validated by the content rules; Strapi's types are per content type.
  type Write = Parameters<typeof documents.create>[0];
  const documentId =
    rows[0]?.documentId ??
    (await documents.create({ locale: first, data: { ...shared, ...texts[first] } } as unknown as Write))
      .documentId;
  for (const locale of others) {
    if (!rows.some((row) => row.locale === locale))
      await documents.update({ documentId, locale, data: texts[locale] } as never);
  }
  const published = new Set(rows.filter(({ publishedAt }) => publishedAt).map(({ locale }) => locale));
  if (strapi.contentType(uid).options?.draftAndPublish && published.size <= others.length) {
    await wanted.beforePublishing?.(documentId);
    await documents.publish?.({ documentId, locale: '*' } as never);
  }
  return documentId;
}
