import type { Core } from '@strapi/strapi';
import { SYSTEM } from '../workflow/actor';
import { failureMessage } from './jobs/job-view';
import { reportLines } from './jobs/report-file';
import { failAbandoned, findJob, listJobs, type ImportJob } from './jobs/store';
import { startJob, type JobRequest, type StartedJob } from './jobs/run-job';
import { undoImport } from './jobs/undo';
import { findMapping, knownMappings } from './find-mapping';
import type { ImportMapping } from './mapping/declaration';
import type { ImportProblem } from './problem';
import { ImportRefusal } from './refusal';
import type { DateOrder } from './values/date-forms';
import { problemMessage } from './problem-message';
import { readHiddenRows } from './write/hidden-rows';

export interface ServiceRequest extends Omit<JobRequest, 'mapping' | 'actor'> {
  readonly mapping: string;
  /** Of dates between slashes, where the mapping does not say it. */
  readonly dateOrder?: DateOrder;
}

/** Imports, for the application's own code and the command: nobody's permissions are asked for. */
const service = ({ strapi }: { strapi: Core.Strapi }) => ({
  mappings: (): Promise<readonly ImportMapping[]> => knownMappings(strapi),

  /** @throws ImportRefusal where it may not begin */
  async start({ dateOrder, ...request }: ServiceRequest): Promise<StartedJob> {
    const mapping = await findMapping(strapi, request.mapping, dateOrder);
    return startJob(strapi, { ...request, mapping, actor: SYSTEM });
  },

  /** The latest imports first. */
  async list(limit: number): Promise<ImportJob[]> {
    await failAbandoned(strapi);
    return listJobs(strapi, limit);
  },

  /**
   * Since when an import has been writing rows that stay unfinished until its commit, as an ISO moment; null where none
   * has. What they lack is no fault.
   */
  async unfinishedSince(): Promise<string | null> {
    if (!(await readHiddenRows(strapi, strapi.db.connection))) return null;
    const [latest] = await listJobs(strapi, 1);
    return latest?.status === 'running' ? new Date(latest.startedAt).toISOString() : null;
  },

  find: (name: string): Promise<ImportJob | null> => findJob(strapi, name),

  /** @throws ImportRefusal where there is no such import, or it cannot be undone */
  async undo(name: string): Promise<void> {
    const job = await findJob(strapi, name);
    if (!job) throw new ImportRefusal('NO_SUCH_IMPORT', { import: name });
    await undoImport(strapi, job);
  },

  problemMessage: (problem: ImportProblem, language: string): string =>
    problemMessage(strapi, problem, language),
  failureMessage,
  reportLines: (language: string) => reportLines(strapi, language),
});

export default service;
