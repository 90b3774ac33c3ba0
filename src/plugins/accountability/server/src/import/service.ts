import type { Core } from '@strapi/strapi';
import { SYSTEM } from '../workflow/actor';
import { failureMessage } from './jobs/job-view';
import { reportLines } from './jobs/report-file';
import { failAbandoned, findJob, listJobs, type ImportJob } from './jobs/store';
import { startJob, type JobRequest, type StartedJob } from './jobs/run-job';
import { undoImport } from './jobs/undo';
import type { ImportMapping } from './mapping/declaration';
import { ImportRefusal } from './refusal';
import { findMapping, importsConfig } from './registry';
import { problemMessage } from './words';

/** Imports, for the application's own code and the command: nobody's permissions are asked for. */
const service = ({ strapi }: { strapi: Core.Strapi }) => ({
  mappings: (): readonly ImportMapping[] => importsConfig(strapi).mappings,

  /** @throws ImportRefusal where it may not begin */
  start(request: Omit<JobRequest, 'mapping' | 'actor'> & { readonly mapping: string }): Promise<StartedJob> {
    const mapping = findMapping(strapi, request.mapping);
    if (!mapping) {
      const known = importsConfig(strapi).mappings.map(({ name }) => name);
      throw new ImportRefusal('NO_SUCH_MAPPING', { mapping: request.mapping, known: known.join(', ') });
    }
    return startJob(strapi, { ...request, mapping, actor: SYSTEM });
  },

  /** The latest imports first. */
  async list(limit: number): Promise<ImportJob[]> {
    await failAbandoned(strapi);
    return listJobs(strapi, limit);
  },

  find: (name: string): Promise<ImportJob | null> => findJob(strapi, name),

  /** @throws ImportRefusal where there is no such import, or it cannot be undone */
  async undo(name: string): Promise<void> {
    const job = await findJob(strapi, name);
    if (!job) throw new ImportRefusal('NO_SUCH_IMPORT', { import: name });
    await undoImport(strapi, job);
  },

  problemMessage,
  failureMessage,
  reportLines,
});

export default service;
