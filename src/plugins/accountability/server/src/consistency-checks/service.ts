import type { Core } from '@strapi/strapi';
import { hasDrafts } from '../change-log/public-rows';
import { publicTypes } from '../change-log/public-types';
import { uidOf, workflowConfig } from '../workflow/registry';

/** A document of which two places that must agree do not. */
export interface ConsistencyFinding {
  readonly code: string;
  readonly contentType: string;
  readonly documentId: string;
  readonly workflow?: string;
}

/** Looks at the database and changes nothing. */
export type ConsistencyCheck = () => Promise<readonly ConsistencyFinding[]>;

/** `strapi.plugin('accountability').service('consistencyChecks')`: what `npm run doctor` asks. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const plugin = (name: string) => strapi.plugin('accountability').service(name);
  const checks: ConsistencyCheck[] = ['workflows', 'changeLog', 'warnings', 'languages'].map(
    (name) => () => plugin(name).check(),
  );
  return {
    /** Adds a check of the application's own; call it in `register`. */
    addCheck(check: ConsistencyCheck): void {
      checks.push(check);
    },

    /** What every check finds. */
    async check(): Promise<ConsistencyFinding[]> {
      const findings: ConsistencyFinding[] = [];
      for (const check of checks) findings.push(...(await check()));
      return findings;
    },

    /** Number of documents editors have made: those of types with drafts or a workflow. None: nothing was compared. */
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
