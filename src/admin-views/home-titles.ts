import type { Core } from '@strapi/strapi';
import { vocabularies } from '../accountability/datasets/vocabularies';
import { requestLanguage } from '../plugins/accountability/server/src/language/request-language';
import { reportTitle, type NamedReport } from './report-title';

const REPORT = 'api::progress-report.progress-report';
/** What a report's title tells of it. */
const PARTS = ['commitment', 'milestone', 'period'] as const;

interface HomeDocument {
  readonly contentTypeUid: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: unknown;
}

interface HomepageService {
  addStatusToDocuments(documents: readonly HomeDocument[]): Promise<HomeDocument[]>;
}

interface PermissionChecker {
  can: { read(entity: unknown, field: string): boolean };
}

function kindLabel(strapi: Core.Strapi): (kind: string) => string {
  const language = requestLanguage(strapi);
  const values = vocabularies.flat();
  return (kind) => values.find(({ value }) => value === kind)?.labels[language] ?? kind;
}

/** The parts of a report whoever asks may read: a title tells no more. */
function readableParts(strapi: Core.Strapi): (typeof PARTS)[number][] {
  const userAbility: unknown = strapi.requestContext.get()?.state.userAbility;
  const checker: PermissionChecker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: REPORT });
  return PARTS.filter((part) => checker.can.read(null, part === 'period' ? 'period.year' : part));
}

async function titleOf(strapi: Core.Strapi, { documentId, locale, title }: HomeDocument): Promise<unknown> {
  const parts = readableParts(strapi);
  const report = await strapi.db.query(REPORT).findOne({
    where: { documentId, ...(locale && { locale }), publishedAt: null },
    select: ['id'],
    populate: Object.fromEntries(parts.map((part) => [part, true])),
  });
  return reportTitle((report ?? {}) as NamedReport, kindLabel(strapi)) || title;
}

/**
 * Titles of progress reports on the home page: Strapi shows one attribute of a document, and no attribute of a
 * report names it. Both lists of the home page pass through this method of its service.
 */
export function nameReportsOnHomePage(strapi: Core.Strapi): void {
  const homepage: HomepageService = strapi.plugin('content-manager').service('homepage');
  const addStatus = homepage.addStatusToDocuments.bind(homepage);
  homepage.addStatusToDocuments = async (documents) =>
    Promise.all(
      (await addStatus(documents)).map(async (document) =>
        document.contentTypeUid === REPORT
          ? { ...document, title: await titleOf(strapi, document) }
          : document,
      ),
    );
}
