import type { Core } from '@strapi/strapi';
import { publishedRows } from '../change-log/public-rows';
import { uidOf } from '../workflow/registry';
import { Refusal } from './refusal';
import { comments } from './registry';

/** The subject of a comment, as far as it is public. */
export interface Subject {
  readonly documentId: string;
  /** A language it is published in: the requested one, if available. */
  readonly locale: string | null;
  readonly isOpen: boolean;
}

/**
 * Finds a published subject.
 * @throws Refusal 404 where none is published
 */
export async function publishedSubject(
  strapi: Core.Strapi,
  documentId: string,
  language?: string,
): Promise<Subject> {
  const { subject, open } = comments(strapi);
  const uid = uidOf(subject.contentType);
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['id', 'locale', ...(subject.open ? [subject.open] : [])],
    where: {
      documentId,
      ...publishedRows(strapi, uid),
    },
    orderBy: { id: 'asc' },
  });
  const row = rows.find(({ locale }) => locale === language) ?? rows[0];
  if (!row) throw new Refusal({ status: 404, code: 'UNKNOWN_SUBJECT' });
  return {
    documentId,
    locale: (row.locale as string | null) ?? null,
    // Comments are open by default.
    isOpen: open && (subject.open === undefined || row[subject.open] !== false),
  };
}
