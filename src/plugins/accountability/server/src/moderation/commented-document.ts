import type { Core } from '@strapi/strapi';
import { publishedRows } from '../change-log/public-rows';
import { uidOf } from '../workflow/registry';
import { Refusal } from './refusal';
import { comments } from './registry';

/** What is commented on, as far as the public sees it. */
export interface Subject {
  readonly documentId: string;
  /** A language it is published in: the one asked for, where there is one. */
  readonly locale: string | null;
  readonly isOpen: boolean;
}

/**
 * Looks a subject up among what is published.
 * @throws Refusal 404 where nothing of it is
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
    // Where nobody has said otherwise comments are open.
    isOpen: open && (subject.open === undefined || row[subject.open] !== false),
  };
}
