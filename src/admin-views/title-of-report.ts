import type { Core } from '@strapi/strapi';
import { requestLanguage, textIn } from 'strapi-plugin-accountability/server';
import { vocabularies } from '../accountability/vocabularies';

import { reportTitle, type NamedReport } from './report-title';

export const REPORT = 'api::progress-report.progress-report';
/** The parts of a report's title. */
const PARTS = ['commitment', 'milestone', 'period'] as const;

interface ReportVersion {
  readonly documentId: string;
  readonly locale?: string | null;
}

interface PermissionChecker {
  can: { read(entity: unknown, field: string): boolean };
}

function kindLabel(strapi: Core.Strapi): (kind: string) => string {
  const language = requestLanguage(strapi);
  const values = vocabularies.flat();
  return (kind) => textIn(values.find(({ value }) => value === kind)?.labels ?? {}, language) || kind;
}

/** The parts of a report the user may read: a title contains no others. */
function readableParts(strapi: Core.Strapi): (typeof PARTS)[number][] {
  const userAbility: unknown = strapi.requestContext.get()?.state.userAbility;
  const checker: PermissionChecker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: REPORT });
  return PARTS.filter((part) => checker.can.read(null, part === 'period' ? 'period.year' : part));
}

/**
 * Title of a report in the user's language; `otherwise` where no part is readable or known.
 * @param locale of the report; any where null
 */
export async function titleOfReport(
  strapi: Core.Strapi,
  { documentId, locale }: ReportVersion,
  otherwise: unknown,
): Promise<unknown> {
  const parts = readableParts(strapi);
  const report = await strapi.db.query(REPORT).findOne({
    where: { documentId, ...(locale && { locale }), publishedAt: null },
    select: ['id'],
    populate: Object.fromEntries(parts.map((part) => [part, true])),
  });
  return reportTitle((report ?? {}) as NamedReport, kindLabel(strapi)) || otherwise;
}
