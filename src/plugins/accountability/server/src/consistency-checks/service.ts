import type { Core } from '@strapi/strapi';
import { hasDrafts } from '../change-log/public-rows';
import { publicTypes } from '../change-log/public-types';
import { refreshStatistics } from '../database/query-statistics';
import { uidOf, workflowConfig } from '../workflow/registry';

/** Two places that must agree about a document and do not. */
export interface ConsistencyFinding {
  readonly code: string;
  readonly contentType: string;
  readonly documentId: string;
  readonly workflow?: string;
}

/** A read-only check of the database. */
export type ConsistencyCheck = () => Promise<readonly ConsistencyFinding[]>;

/** `strapi.plugin('accountability').service('consistencyChecks')`: used by `npm run doctor`. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const plugin = (name: string) => strapi.plugin('accountability').service(name);
  const checks: ConsistencyCheck[] = ['workflows', 'changeLog', 'warnings', 'languages'].map(
    (name) => () => plugin(name).check(),
  );
  return {
    /** Adds a check of the application; call it in `register`. */
    addCheck(check: ConsistencyCheck): void {
      checks.push(check);
    },

    /** The findings of every check. */
    async check(): Promise<ConsistencyFinding[]> {
      // It follows `strapi import` often.
      await refreshStatistics(strapi);
      const findings: ConsistencyFinding[] = [];
      for (const check of checks) findings.push(...(await check()));
      return findings;
    },

    /** Number of documents of types with drafts or a workflow. 0: nothing was compared. */
    async documents(): Promise<number> {
      const types = new Set([
        ...[...publicTypes(strapi)].filter((contentType) => hasDrafts(strapi, contentType)),
        ...workflowConfig(strapi).workflows.map(({ contentType }) => contentType),
      ]);
      let documents = 0;
      for (const contentType of types) {
        const [counted] = await strapi.db
          .connection(strapi.db.metadata.get(uidOf(contentType)).tableName)
          .countDistinct({ documents: 'document_id' });
        documents += Number(counted?.documents ?? 0);
      }
      return documents;
    },
  };
};
