import type { Core } from '@strapi/strapi';
import { REPORT, titleOfReport } from './title-of-report';

interface HomeDocument {
  readonly contentTypeUid: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: unknown;
}

interface HomepageService {
  addStatusToDocuments(documents: readonly HomeDocument[]): Promise<HomeDocument[]>;
}

/**
 * Titles of progress reports on the home page: Strapi shows one attribute of a document, and no attribute of a
 * report is a title. Both lists of the home page use this method of its service.
 */
export function nameReportsOnHomePage(strapi: Core.Strapi): void {
  const homepage: HomepageService = strapi.plugin('content-manager').service('homepage');
  const addStatus = homepage.addStatusToDocuments.bind(homepage);
  homepage.addStatusToDocuments = async (documents) =>
    Promise.all(
      (await addStatus(documents)).map(async (document) =>
        document.contentTypeUid === REPORT
          ? { ...document, title: await titleOfReport(strapi, document, document.title) }
          : document,
      ),
    );
}
