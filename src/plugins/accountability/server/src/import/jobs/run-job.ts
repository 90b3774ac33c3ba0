import type { Core } from '@strapi/strapi';
import { refreshStatistics } from '../../database/query-statistics';
import { languageCodes } from '../../languages/site-languages';
import type { Actor } from '../../workflow/actor';
import type { ImportMapping } from '../mapping/declaration';
import { mappingFor, type MappingOfSources } from '../mapping/mapping-of-sources';
import { IMPORT_HISTORY } from '../permissions';
import { ImportInterrupted } from '../interrupted';
import { ImportRefusal } from '../refusal';
import { importsConfig } from '../registry';
import { runImport, type ImportRequest, type ImportResult } from '../run-import';
import type { OpenedSource, ReadSettings, SourceFile } from '../source/source';
import { openSources } from './open-sources';
import { beginJob, type NewJob } from './store';
import { imported } from './imported-documents';
import { keepFiles } from './keep-files';
import { openWriter } from '../write/open-writer';

type Followed = Pick<ImportRequest, 'onProgress' | 'onProblem' | 'onDocument' | 'signal'>;

export interface JobRequest extends Followed {
  readonly mapping: ImportMapping | MappingOfSources;
  readonly files: readonly SourceFile[];
  readonly read?: ReadSettings;
  readonly locale?: string;
  readonly isDryRun: boolean;
  readonly keepsGood: boolean;
  readonly actor: Actor;
  /** Digests the caller has checked: other files are refused. */
  readonly expected?: readonly string[];
  readonly idempotency?: NewJob['idempotency'];
}

export interface StartedJob {
  readonly name: string;
  /** Settles when it has ended; never rejects. Null where it failed, which the log explains. */
  readonly ended: Promise<ImportResult | null>;
}

/** So many documents written make what the database knows of its tables old. */
const MANY = 1000;

const writtenBy = ({ counts }: ImportResult): number =>
  Object.values(counts).reduce((sum, { created, changed }) => sum + created + changed, 0);

/**
 * Begins an import and goes on in the background.
 * @throws ImportRefusal where it may not begin
 */
export async function startJob(strapi: Core.Strapi, request: JobRequest): Promise<StartedJob> {
  const { mapping, files, read, locale, isDryRun, keepsGood, actor, expected } = request;
  const languages = languageCodes(strapi);
  if (locale !== undefined && !languages.includes(locale)) {
    throw new ImportRefusal('NO_SUCH_LANGUAGE', { locale, known: languages });
  }
  const opened = await openSources(files, read);
  const closeAll = () => Promise.all(opened.sources.map((source) => source.close()));
  try {
    const digests = opened.files.map(({ digest }) => digest);
    if (expected && expected.join() !== digests.join()) throw new ImportRefusal('IMPORT_CHANGED_SINCE');
    const job = await beginJob(strapi, {
      mapping: mapping.name,
      locale: locale ?? null,
      isDryRun,
      keepsGood,
      files: opened.files,
      actor,
      idempotency: request.idempotency,
    });
    const ended = work(strapi, request, opened.sources, opened.problems, job).finally(closeAll);
    return { name: job.name, ended };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function work(
  strapi: Core.Strapi,
  {
    mapping,
    files,
    locale,
    isDryRun,
    keepsGood,
    actor,
    onProgress,
    onProblem,
    onDocument,
    signal,
  }: JobRequest,
  sources: readonly OpenedSource[],
  problems: ImportResult['problems'],
  job: Awaited<ReturnType<typeof beginJob>>,
): Promise<ImportResult | null> {
  const { name } = job;
  try {
    const record = imported(strapi, name);
    const chosen = mappingFor(mapping, sources);
    // Rows that lead to those of a file nobody could open would be reported as leading to nothing.
    const isWhole = problems.length === 0;
    const result = await runImport(strapi, {
      mapping: chosen.mapping,
      sources: isWhole ? chosen.sources : [],
      sourceProblems: isWhole ? chosen.problems : problems,
      locale,
      keepGood: keepsGood,
      mayRecordHistory: actor.may(IMPORT_HISTORY),
      openWriter: isDryRun ? undefined : () => openWriter(strapi, { actor, importId: name }),
      beforeWriting: (batch) => record.add(batch),
      onCommit: (trx, made) => job.settle(trx, { ...made, applied: true }),
      onProblem,
      onDocument,
      signal,
      onProgress(progress) {
        job.report(progress);
        onProgress?.(progress);
      },
    });
    if (result.applied && writtenBy(result) >= MANY) await refreshStatistics(strapi);
    const keptFiles =
      result.applied && importsConfig(strapi).keepFiles && (await keepFiles(strapi, files, job.files));
    const isRefused = result.errors > 0 && !result.applied;
    await job.end({
      status: isRefused ? 'refused' : isDryRun ? 'checked' : 'done',
      result,
      ...(keptFiles && { files: keptFiles }),
    });
    return result;
  } catch (error) {
    if (!(error instanceof ImportInterrupted)) strapi.log.error(error);
    await imported(strapi, name).forget();
    await job.end({ status: 'failed', failure: (error as { code?: string }).code ?? 'internal-error' });
    return null;
  }
}
