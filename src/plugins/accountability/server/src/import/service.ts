import type { Core } from '@strapi/strapi';
import { SYSTEM } from '../workflow/actor';
import { failureMessage } from './jobs/job-view';
import { reportLines } from './jobs/report-file';
import { failAbandoned, findJob, listJobs, type ImportJob } from './jobs/store';
import { startJob, type JobRequest, type StartedJob } from './jobs/run-job';
import { undoImport } from './jobs/undo';
import { findMapping, knownMappings } from './find-mapping';
import type { ImportMapping } from './mapping/declaration';
import { ImportRefusal } from './refusal';
import type { DateOrder } from './values/date-forms';
import { problemMessage } from './words';

export interface ServiceRequest extends Omit<JobRequest, 'mapping' | 'actor'> {
  readonly mapping: string;
  /** For `generic`: of dates between slashes. */
  readonly dateOrder?: DateOrder;
}

/** Imports, for the application's own code and the command: nobody's permissions are asked for. */
const service = ({ strapi }: { strapi: Core.Strapi }) => ({
  mappings: (): readonly ImportMapping[] => knownMappings(strapi),

  /** @throws ImportRefusal where it may not begin */
  async start({ dateOrder, ...request }: ServiceRequest): Promise<StartedJob> {
    const mapping = findMapping(strapi, request.mapping, dateOrder);
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
