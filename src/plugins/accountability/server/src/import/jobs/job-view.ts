import { problemMessage, say } from '../words';
import type { ImportJob } from './store';

/** An import as an answer has it, with its problems as sentences. */
export function jobView(job: ImportJob, language: string) {
  const { name, status, mapping, locale, isDryRun, keepsGood, files, startedAt, endedAt, progress, result } =
    job;
  return {
    id: name,
    status,
    mapping,
    locale,
    dryRun: isDryRun,
    keepGood: keepsGood,
    files,
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
        message: problemMessage({ severity, code, place, values, ...problem }, language),
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

/** The same for those who log in: with who started it. */
export const panelJobView = (job: ImportJob, language: string) => ({
  ...jobView(job, language),
  startedBy: job.actorName ?? say(language, `actors.${job.actorKind}`),
});
