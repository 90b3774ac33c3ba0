import type { Core, UID } from '@strapi/strapi';

type Data = Record<string, unknown>;

export interface WantedDocument {
  uid: UID.ContentType;
  /** Which document it is, in the terms of the database layer: what is there is not made again. */
  where: Data;
  /** What is the same in every language. */
  shared: Data;
  /** What each language says; the first one is written first. */
  texts: Readonly<Record<string, Data>>;
  /** What has to stand before it is published, by its documentId. */
  beforePublishing?: (documentId: string) => Promise<void>;
}

/**
 * Makes what is missing of a document: the document itself, a language of it, its publication.
 * What is there already is left as it is.
 * @returns the documentId
 */
export async function ensureDocument(strapi: Core.Strapi, wanted: WantedDocument): Promise<string> {
  const { uid, where, shared, texts } = wanted;
  const documents = strapi.documents(uid);
  const [first = '', ...others] = Object.keys(texts);
  const rows: { documentId: string; locale: string; publishedAt: string | null }[] = await strapi.db
    .query(uid)
    .findMany({ select: ['documentId', 'locale', 'publishedAt'], where });

  // The data is ours and checked by the content's own rules; Strapi's types want it per content type.
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
