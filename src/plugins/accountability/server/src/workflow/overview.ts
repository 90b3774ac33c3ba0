import type { Core } from '@strapi/strapi';
import { readHistory, stateView } from './history';
import { overdueFilter } from './overdue';
import { uidOf, workflowConfig } from './registry';
import { STATE, STATUS_CHANGE } from './uids';
import type { WorkflowConfig } from './config';
import type { WorkflowDeclaration } from './definition';

const SHOWN = 10;

interface Subject {
  readonly contentType: string;
  readonly documentId: string;
}

/**
 * What the home page shows: documents that are late, documents somebody must decide on, the latest moves.
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
  const today = new Date().toISOString().slice(0, 10);
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
        title: row[title] ?? null,
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
  return Promise.all(
    rows.map(async (row) => {
      const workflow = workflows.find(
        ({ name, contentType }) => name === row.workflow && contentType === row.subjectType,
      ) as WorkflowDeclaration;
      const subject = { contentType: row.subjectType, documentId: row.subjectId };
      return {
        ...subject,
        title: await titleOf(strapi, subject, languages),
        workflow: row.workflow,
        state: stateView(workflow, row.state, languages),
        since: new Date(row.movedAt).toISOString(),
      };
    }),
  );
}

async function latestMoves(
  strapi: Core.Strapi,
  { languages }: WorkflowConfig,
  workflows: readonly WorkflowDeclaration[],
) {
  const rows: { id: number; subjectType: string; subjectId: string; workflow: string }[] =
    workflows.length === 0
      ? []
      : await strapi.db.query(STATUS_CHANGE).findMany({
          where: {
            transition: { $ne: 'recorded' },
            $or: workflows.map(({ contentType, name }) => ({ subjectType: contentType, workflow: name })),
          },
          orderBy: { id: 'desc' },
          limit: SHOWN,
        });
  return Promise.all(
    rows.map(async (row) => {
      const workflow = workflows.filter(
        ({ name, contentType }) => name === row.workflow && contentType === row.subjectType,
      );
      const history = await readHistory(strapi, workflow, languages, row.subjectId, 'panel');
      const subject = { contentType: row.subjectType, documentId: row.subjectId };
      return {
        ...subject,
        title: await titleOf(strapi, subject, languages),
        ...history.find(({ sequence }) => sequence === row.id),
      };
    }),
  );
}

/** The attribute the panel calls a document by. */
export async function titleField(strapi: Core.Strapi, contentType: string): Promise<string> {
  const configuration: { settings: { mainField: string } } = await strapi
    .plugin('content-manager')
    .service('content-types')
    .findConfiguration(strapi.contentType(uidOf(contentType)));
  return configuration.settings.mainField;
}

/** What a document is called in the first language it has; null when it is gone. */
async function titleOf(
  strapi: Core.Strapi,
  { contentType, documentId }: Subject,
  languages: readonly string[],
): Promise<unknown> {
  const rows: Record<string, unknown>[] = await strapi.db
    .query(uidOf(contentType))
    .findMany({ where: { documentId } });
  const row = languages.map((language) => rows.find(({ locale }) => locale === language)).find(Boolean);
  return (row ?? rows[0])?.[await titleField(strapi, contentType)] ?? null;
}
