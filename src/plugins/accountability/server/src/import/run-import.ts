import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { languageCodes } from '../languages/site-languages';
import { withSlowHeapGrowth } from './heap-growth';
import type { ImportMapping } from './mapping/declaration';
import type { Difference } from './plan/compare';
import type { PlannedDocument, Verdict } from './plan/planned-document';
import { Planner } from './plan/planner';
import type { PlanSettings } from './plan/plan-settings';
import { ImportInterrupted } from './interrupted';
import type { ImportProblem, SourcePlace } from './problem';
import { importsConfig } from './registry';
import type { OpenedSource } from './source/source';
import type { ImportWriter } from './write/writer';
import { inRowOrder } from './row-order';

/** Documents of the preview; the counts are of all. */
const MAX_SHOWN = 200;
const MAX_DIFFERENCES = 20;

export interface ImportRequest {
  readonly mapping: ImportMapping;
  readonly sources: readonly OpenedSource[];
  /** Why files could not be opened. */
  readonly sourceProblems?: readonly ImportProblem[];
  /** Of localized attributes whose column names no language; the site's first without it. */
  readonly locale?: string;
  /** Documents without errors are written although others have some. */
  readonly keepGood?: boolean;
  /** Whether states may come with days of the past, and with a history. Default true. */
  readonly mayRecordHistory?: boolean;
  /** Called with what is about to be written. */
  readonly beforeWriting?: (planned: readonly PlannedDocument[]) => Promise<void>;
  /** Writes in the transaction that makes the import visible. */
  readonly onCommit?: (trx: Knex.Transaction, result: Omit<ImportResult, 'applied'>) => Promise<void>;
  /** Without it nothing is written: a dry run. */
  readonly openWriter?: () => Promise<ImportWriter>;
  /** Called now and then with the number of documents done, of how many; the number is unknown in the first half. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Called with every problem, also with those the result leaves out. */
  readonly onProblem?: (problem: ImportProblem) => void;
  /** Called with every document that is not left alone. */
  readonly onDocument?: (document: ShownDocument) => void;
  /** Ends the import with an `ImportInterrupted`; nothing of it is kept. */
  readonly signal?: AbortSignal;
}

export interface ImportProgress {
  readonly step: 'check' | 'write';
  readonly done: number;
  readonly of: number | null;
}

export type Counts = Readonly<Record<Verdict, number>>;

export interface ShownDocument {
  readonly verdict: Verdict;
  readonly place: SourcePlace;
  readonly contentType: string;
  readonly key: string;
  readonly documentId: string | null;
  readonly differences: readonly Difference[];
}

export interface ImportResult {
  /** Whether anything was written. */
  readonly applied: boolean;
  /** By content type. */
  readonly counts: Readonly<Record<string, Counts>>;
  readonly errors: number;
  readonly warnings: number;
  /** The first of them. */
  readonly problems: readonly ImportProblem[];
  /** The first documents that are not left alone. */
  readonly preview: readonly ShownDocument[];
}

/**
 * Runs an import: checks everything first, and then writes what differs, all or nothing. Another change of the
 * database in between makes the writer refuse.
 */
export const runImport = (strapi: Core.Strapi, request: ImportRequest): Promise<ImportResult> =>
  withSlowHeapGrowth(() => run(strapi, request));

async function run(strapi: Core.Strapi, request: ImportRequest): Promise<ImportResult> {
  const { mapping, sources, keepGood = false, openWriter, signal } = request;
  const rules = await importsConfig(strapi).rules(strapi);
  const settings: PlanSettings = {
    mapping,
    sources,
    locale: request.locale ?? (languageCodes(strapi)[0] as string),
    isLocaleAssumed: request.locale === undefined,
    rules,
    mayRecordHistory: request.mayRecordHistory ?? true,
  };
  const { result, toWrite, isStopped, again } = await check(new Planner(strapi, settings), request);
  if (!openWriter || toWrite.size === 0 || (result.errors > 0 && (!keepGood || isStopped))) {
    return { ...result, applied: false };
  }

  const writer = await openWriter();
  try {
    await write(
      again({ ...settings, rules: { ...rules, check: undefined, finish: undefined } }),
      toWrite,
      writer,
      request,
    );
    throwIfInterrupted(signal);
    await writer.commit((trx) => request.onCommit?.(trx, result) ?? Promise.resolve());
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return { ...result, applied: true };
}

interface Checked {
  readonly result: Omit<ImportResult, 'applied'>;
  /** DocumentIds. */
  readonly toWrite: ReadonlySet<string>;
  /** See `Planner.isStopped`. */
  readonly isStopped: boolean;
  /** See `Planner.again`; what the checks have read is not held any longer. */
  readonly again: (settings: PlanSettings) => Planner;
}

async function check(planner: Planner, request: ImportRequest): Promise<Checked> {
  const { onProgress, signal } = request;
  planner.problems.onAdd = request.onProblem;
  request.sourceProblems?.forEach((problem) => planner.problems.add(problem));
  const counts: Record<string, Record<Verdict, number>> = {};
  const preview: ShownDocument[] = [];
  const toWrite = new Set<string>();
  let done = 0;
  for await (const batch of planner.documents()) {
    throwIfInterrupted(signal);
    for (const planned of batch) {
      const ofType = (counts[planned.contentType] ??= { created: 0, changed: 0, unchanged: 0, refused: 0 });
      ofType[planned.verdict] += 1;
      if (planned.document) toWrite.add(planned.document.documentId);
      if (planned.verdict === 'unchanged') continue;
      if (preview.length < MAX_SHOWN) preview.push(shown(planned));
      request.onDocument?.(shown(planned));
    }
    done += batch.length;
    onProgress?.({ step: 'check', done, of: null });
  }
  const { errors, warnings, kept } = planner.problems;
  return {
    result: {
      counts,
      errors,
      warnings,
      problems: inRowOrder(request.sources, kept),
      preview: inRowOrder(request.sources, preview),
    },
    toWrite,
    isStopped: planner.isStopped,
    again: planner.again(),
  };
}

/** Plans the next batch while the database is at the one before. */
async function write(
  planner: Planner,
  toWrite: ReadonlySet<string>,
  writer: ImportWriter,
  { beforeWriting, onProgress, signal }: ImportRequest,
): Promise<void> {
  let written = 0;
  const writeBatch = async (planned: readonly PlannedDocument[]): Promise<void> => {
    await beforeWriting?.(planned);
    const documents = planned.flatMap(({ document }) => document ?? []);
    await writer.add(documents);
    written += documents.length;
    onProgress?.({ step: 'write', done: written, of: toWrite.size });
  };
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const batch of planner.documents()) {
      const planned = batch.filter(({ document }) => document && toWrite.has(document.documentId));
      if (planned.length === 0) continue;
      await writing;
      throwIfInterrupted(signal);
      writing = writeBatch(planned);
      // It is waited for before the next; it may fail until then.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
}

function throwIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ImportInterrupted();
}

const shown = ({
  verdict,
  place,
  contentType,
  key,
  document,
  differences,
}: PlannedDocument): ShownDocument => ({
  verdict,
  place,
  contentType,
  key,
  documentId: document?.documentId ?? null,
  differences: differences.slice(0, MAX_DIFFERENCES),
});
