import type { Core } from '@strapi/strapi';
import { siteDay } from '../dates/site-day';
import { historyEntry, stateView, type HistoryRow } from './history';
import { overdueFilter } from './overdue';
import { RECORDED } from './recorded';
import { uidOf, workflowConfig } from './registry';
import { titlesOf } from './titles';
import { STATE, STATUS_CHANGE } from './uids';
import type { WorkflowConfig } from './config';
import type { WorkflowDeclaration } from './definition';

const SHOWN = 10;

/**
 * Data of the home page widgets: overdue documents, documents that wait for a decision, the latest moves.
 * @param mayRead whether the user may see documents of a content type
 */
export async function workflowOverview(strapi: Core.Strapi, mayRead: (contentType: string) => boolean) {
  const config = workflowConfig(strapi);
  const readable = config.workflows.filter(({ contentType }) => mayRead(contentType));
  return {
    overdue: await overdueDocuments(strapi, config, readable),
    awaiting: await awaitingDocuments(strapi, config, readable),
    latest: await latestMoves(strapi, config, readable),
  };
}

type Row = Readonly<Record<string, unknown>>;

/** The first documents of a query, each in one of its languages: documents have a row for each. */
async function firstDocuments(
  strapi: Core.Strapi,
  contentType: string,
  languages: readonly string[],
  query: { where: object[]; orderBy: unknown[]; populate?: object },
): Promise<Row[]> {
  const { options } = strapi.contentType(uidOf(contentType));
  const drafts = options?.draftAndPublish ? [{ publishedAt: { $null: true } }] : [];
  const rows: Row[] = await strapi.db.query(uidOf(contentType)).findMany({
    ...query,
    where: { $and: [...query.where, ...drafts] },
    limit: SHOWN * languages.length,
  });
  return [...new Map(rows.map((row) => [row.documentId, row])).values()].slice(0, SHOWN);
}

async function overdueDocuments(
  strapi: Core.Strapi,
  { languages }: WorkflowConfig,
  workflows: readonly WorkflowDeclaration[],
) {
  const today = siteDay(strapi);
  const found = [];
  for (const workflow of workflows.filter(({ timeframe, field }) => timeframe && field)) {
    const { timeframe = '', field = '', contentType } = workflow;
    const rows = await firstDocuments(strapi, contentType, languages, {
      where: [overdueFilter(workflow, today, true)],
      orderBy: [{ [timeframe]: { endDate: 'asc' } }, { id: 'asc' }],
      populate: { [timeframe]: true },
    });
    const subjects = rows.map(({ documentId }) => ({
      subjectType: contentType,
      subjectId: String(documentId),
    }));
    const titles = await titlesOf(strapi, subjects, languages);
    for (const row of rows) {
      const frame = row[timeframe] as { endDate: string; endPrecision: string | null };
      const documentId = String(row.documentId);
      found.push({
        contentType,
        documentId,
        title: titles.get(documentId) ?? null,
        state: stateView(workflow, String(row[field] ?? workflow.initial), languages),
        endDate: frame.endDate,
        endPrecision: frame.endPrecision ?? 'day',
      });
    }
  }
  return found.sort((a, b) => a.endDate.localeCompare(b.endDate)).slice(0, SHOWN);
}

interface Waiting {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly workflow: string;
  readonly state: string;
  readonly movedAt: string | number | Date;
}

async function awaitingDocuments(
  strapi: Core.Strapi,
  { languages }: WorkflowConfig,
  workflows: readonly WorkflowDeclaration[],
) {
  const since = ({ movedAt }: Waiting) => new Date(movedAt).getTime();
  const rows = [
    ...(await movedDocuments(strapi, workflows)),
    ...(await neverMovedDocuments(strapi, workflows, languages)),
  ]
    .sort((a, b) => since(a) - since(b))
    .slice(0, SHOWN);
  const titles = await titlesOf(strapi, rows, languages);
  return rows.map((row) => {
    const workflow = workflowOf(workflows, row);
    return {
      contentType: row.subjectType,
      documentId: row.subjectId,
      title: titles.get(row.subjectId) ?? null,
      workflow: row.workflow,
      state: stateView(workflow, row.state, languages),
      since: new Date(row.movedAt).toISOString(),
    };
  });
}

/** Documents that were moved to a state in which they wait. */
async function movedDocuments(
  strapi: Core.Strapi,
  workflows: readonly WorkflowDeclaration[],
): Promise<Waiting[]> {
  const waiting = workflows.flatMap((workflow) =>
    workflow.states
      .filter((state) => state.awaiting)
      .map(({ code }) => ({ subjectType: workflow.contentType, workflow: workflow.name, state: code })),
  );
  if (waiting.length === 0) return [];
  return strapi.db
    .query(STATE)
    .findMany({ where: { $or: waiting }, orderBy: [{ movedAt: 'asc' }, { id: 'asc' }], limit: SHOWN });
}

/**
 * Documents that wait since they were made, such as comments: the initial state has no row of its own until the first
 * move, so they are found by the workflow's attribute.
 */
async function neverMovedDocuments(
  strapi: Core.Strapi,
  workflows: readonly WorkflowDeclaration[],
  languages: readonly string[],
): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const { name, contentType, field, initial, states } of workflows) {
    if (!field || !states.some(({ code, awaiting }) => code === initial && awaiting)) continue;
    const rows = await firstDocuments(strapi, contentType, languages, {
      where: [{ [field]: initial }],
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const ids = rows.map(({ documentId }) => String(documentId));
    const moved: Waiting[] = await strapi.db.query(STATE).findMany({
      where: { subjectType: contentType, workflow: name, subjectId: { $in: ids } },
    });
    const movedIds = new Set(moved.map(({ subjectId }) => subjectId));
    rows.forEach(({ createdAt }, index) => {
      const subjectId = ids[index] as string;
      if (movedIds.has(subjectId)) return;
      const movedAt = createdAt as string;
      found.push({ subjectType: contentType, subjectId, workflow: name, state: initial, movedAt });
    });
  }
  return found;
}

/** The workflow of a row of the engine's tables. */
const workflowOf = (
  workflows: readonly WorkflowDeclaration[],
  row: { subjectType: string; workflow: string },
): WorkflowDeclaration =>
  workflows.find(
    ({ name, contentType }) => name === row.workflow && contentType === row.subjectType,
  ) as WorkflowDeclaration;

async function latestMoves(
  strapi: Core.Strapi,
  { languages }: WorkflowConfig,
  workflows: readonly WorkflowDeclaration[],
) {
  const rows: (HistoryRow & { subjectType: string; subjectId: string })[] =
    workflows.length === 0
      ? []
      : await strapi.db.query(STATUS_CHANGE).findMany({
          where: {
            transition: { $ne: RECORDED },
            $or: workflows.map(({ contentType, name }) => ({ subjectType: contentType, workflow: name })),
          },
          orderBy: { id: 'desc' },
          limit: SHOWN,
        });
  const titles = await titlesOf(strapi, rows, languages);
  return rows.map((row) => ({
    contentType: row.subjectType,
    documentId: row.subjectId,
    title: titles.get(row.subjectId) ?? null,
    ...historyEntry(workflowOf(workflows, row), row, languages, 'panel'),
  }));
}
