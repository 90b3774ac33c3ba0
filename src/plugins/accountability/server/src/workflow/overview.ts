import type { Core } from '@strapi/strapi';
import { siteDay } from '../dates/site-day';
import { historyEntry, stateView, type HistoryRow } from './history';
import { overdueFilter } from './overdue';
import { RECORDED } from './recorded';
import { uidOf, workflowConfig } from './registry';
import { titleField, titleOf, titlesOf } from './titles';
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

async function overdueDocuments(
  strapi: Core.Strapi,
  { languages }: WorkflowConfig,
  workflows: readonly WorkflowDeclaration[],
) {
  const today = siteDay(strapi);
  const found = [];
  for (const workflow of workflows.filter(({ timeframe, field }) => timeframe && field)) {
    const { timeframe = '', field = '', contentType } = workflow;
    const rows: Record<string, unknown>[] = await strapi.db.query(uidOf(contentType)).findMany({
      where: {
        $and: [
          overdueFilter(workflow, today, true),
          { publishedAt: { $null: true } },
          { locale: languages[0] },
        ],
      },
      orderBy: [{ [timeframe]: { endDate: 'asc' } }, { id: 'asc' }],
      limit: SHOWN,
      populate: { [timeframe]: true },
    });
    const title = await titleField(strapi, contentType);
    for (const row of rows) {
      const frame = row[timeframe] as { endDate: string; endPrecision: string | null };
      found.push({
        contentType,
        documentId: String(row.documentId),
        title: titleOf(row[title]),
        state: stateView(workflow, String(row[field] ?? workflow.initial), languages),
        endDate: frame.endDate,
        endPrecision: frame.endPrecision ?? 'day',
      });
    }
  }
  return found.sort((a, b) => a.endDate.localeCompare(b.endDate)).slice(0, SHOWN);
}

async function awaitingDocuments(
  strapi: Core.Strapi,
  { languages }: WorkflowConfig,
  workflows: readonly WorkflowDeclaration[],
) {
  const waiting = workflows.flatMap((workflow) =>
    workflow.states
      .filter((state) => state.awaiting)
      .map(({ code }) => ({ subjectType: workflow.contentType, workflow: workflow.name, state: code })),
  );
  if (waiting.length === 0) return [];
  const rows: { subjectType: string; subjectId: string; workflow: string; state: string; movedAt: string }[] =
    await strapi.db
      .query(STATE)
      .findMany({ where: { $or: waiting }, orderBy: [{ movedAt: 'asc' }, { id: 'asc' }], limit: SHOWN });
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
