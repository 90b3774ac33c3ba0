import type { Core } from '@strapi/strapi';
import { publishedRows } from '../change-log/public-rows';
import { uidOf } from '../workflow/registry';
import { rowFor } from '../feeds/documents';
import { modelOf } from '../datasets/settings';
import { parseSourcePath } from '../datasets/source-path';
import type { SummaryDimension } from './config';

/** Labels of the values of a dimension in a language. */
export type Labels = ReadonlyMap<string, string>;

/** Labels of a vocabulary from its declaration, of related documents from their titles. */
export async function labelsOf(
  strapi: Core.Strapi,
  languages: readonly string[],
  contentType: string,
  { column, label }: SummaryDimension,
  locale: string,
): Promise<Labels> {
  if (column.values) {
    return new Map(column.values.map(({ value, labels }) => [value, labels[locale] ?? value]));
  }
  const { attribute = '', parts = [] } = parseSourcePath(column.source) ?? {};
  const target = modelOf(strapi, contentType)?.attributes[attribute]?.target;
  const code = parts[0];
  if (!label || !target || code === undefined) return new Map();
  const rows: (Record<string, unknown> & { locale: string | null })[] = await strapi.db
    .query(uidOf(target))
    .findMany({
      select: [...new Set(['documentId', 'locale', code, label])],
      where: {
        ...column.where,
        ...publishedRows(strapi, target),
      },
    });
  const byCode = new Map<string, typeof rows>();
  for (const row of rows) {
    if (!row[label]) continue;
    const key = String(row[code]);
    byCode.set(key, [...(byCode.get(key) ?? []), row]);
  }
  return new Map(
    [...byCode].map(([key, same]) => [key, String(rowFor(same, locale, languages)?.[label] ?? key)]),
  );
}
