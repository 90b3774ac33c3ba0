import type { Core } from '@strapi/strapi';
import { problemMessage } from '../problem-message';
import { say } from '../words';
import type { ImportJob } from './store';

/** An import as an answer has it, with its problems as sentences. */
export function jobView(strapi: Core.Strapi, job: ImportJob, language: string) {
  const { name, status, mapping, locale, isDryRun, keepsGood, files, startedAt, endedAt, progress, result } =
    job;
  return {
    id: name,
    status,
    mapping,
    locale,
    dryRun: isDryRun,
    keepGood: keepsGood,
    // Where they are kept is said to those who may see imports only.
    files: files.map(({ name: fileName, digest, bytes }) => ({ name: fileName, digest, bytes })),
    startedAt: new Date(startedAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    progress,
    failure:
      job.failure === null ? null : { code: job.failure, message: failureMessage(job.failure, language) },
    result: result && {
      ...result,
      problems: result.problems.map(({ severity, code, place, values, ...problem }) => ({
        severity,
        code,
        place,
        values,
        message: problemMessage(strapi, { severity, code, place, values, ...problem }, language),
      })),
    },
  };
}

const FAILURES = [
  'interrupted',
  'process-ended',
  'source-changed',
  'document-changed',
  'document-gone',
  'document-has-draft-changes',
];

/** Why an import failed, as a sentence. */
export const failureMessage = (code: string, language: string): string =>
  say(language, `failures.${FAILURES.includes(code) ? code : 'internal-error'}`);

/** The same for those who log in: with who started it, and where its files are. */
export const panelJobView = (strapi: Core.Strapi, job: ImportJob, language: string) => ({
  ...jobView(strapi, job, language),
  files: job.files,
  startedBy: job.actorName ?? say(language, `actors.${job.actorKind}`),
});
