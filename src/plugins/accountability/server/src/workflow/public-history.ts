import type { Core } from '@strapi/strapi';
import { publishedRows } from '../change-log/public-rows';
import { siteDay } from '../dates/site-day';
import { latestFirst } from './as-of';
import { WorkflowError } from './errors';
import { readHistory, type HistoryEntry } from './history';
import { uidOf, workflowConfig } from './registry';
import type { WorkflowDeclaration } from './definition';

/** A public move, and its document. */
export interface PublicEntry extends HistoryEntry {
  readonly subject: { readonly collection: string; readonly documentId: string };
}

interface LinkedRow {
  readonly id: number;
  readonly [relation: string]: unknown;
}

const collectionOf = (strapi: Core.Strapi, contentType: string): string =>
  strapi.contentType(uidOf(contentType)).info.pluralName;

const publicWorkflows = (strapi: Core.Strapi): WorkflowDeclaration[] =>
  workflowConfig(strapi).workflows.filter((workflow) => workflow.public !== false);

/** Relations of a content type whose documents' moves can be included: those of its roll-up. */
export const includable = (workflows: readonly WorkflowDeclaration[]): string[] => [
  ...new Set(workflows.flatMap(({ rollUp }) => rollUp?.relation ?? [])),
];

/**
 * The public moves of a published document, latest first, and with `include` those of the published documents of a
 * relation. Always three statements.
 * @param collection plural name of the content type
 * @throws WorkflowError 404 for what does not exist or is not published, 400 for an unknown `include`
 */
export async function readPublicHistory(
  strapi: Core.Strapi,
  { collection, documentId, include }: { collection: string; documentId: string; include?: string },
): Promise<PublicEntry[]> {
  const { languages } = workflowConfig(strapi);
  const workflows = publicWorkflows(strapi).filter(
    ({ contentType }) => collectionOf(strapi, contentType) === collection,
  );
  const [first] = workflows;
  if (!first) {
    throw new WorkflowError({
      status: 404,
      code: 'UNKNOWN_CONTENT_TYPE',
      values: { contentType: collection },
    });
  }
  const known = includable(workflows);
  if (include !== undefined && !known.includes(include)) {
    throw new WorkflowError({
      status: 400,
      code: 'INCLUDE_INVALID',
      values: { received: include, known: known.join(', ') || '–' },
      details: { parameter: 'include', known },
    });
  }

  const uid = uidOf(first.contentType);
  const targetOf = (relation: string) =>
    (strapi.contentType(uid).attributes[relation] as { target?: string }).target ?? '';
  const rows: LinkedRow[] = await strapi.db.query(uid).findMany({
    select: ['id'],
    where: { documentId, ...publishedRows(strapi, uid) },
    ...(include !== undefined && {
      populate: { [include]: { select: ['documentId'], where: publishedRows(strapi, targetOf(include)) } },
    }),
  });
  if (rows.length === 0) {
    throw new WorkflowError({
      status: 404,
      code: 'UNKNOWN_DOCUMENT',
      values: { contentType: collection, documentId },
    });
  }
  const entries = await entriesOf(strapi, workflows, [documentId], languages);
  if (include === undefined) return entries;

  const target = targetOf(include);
  const parts = rows.flatMap((row) => (row[include] ?? []) as { documentId: string }[]);
  const ids = [...new Set(parts.map((part) => part.documentId))];
  const ofParts = publicWorkflows(strapi).filter(({ contentType }) => contentType === target);
  if (ids.length === 0 || ofParts.length === 0) return entries;
  const theirs = await entriesOf(strapi, ofParts, ids, languages);
  const compare = latestFirst((moment) => siteDay(strapi, moment));
  const comparable = ({ sequence, at, asOf }: PublicEntry) => ({ id: sequence, at, asOf });
  return [...entries, ...theirs].sort((one, other) => compare(comparable(one), comparable(other)));
}

async function entriesOf(
  strapi: Core.Strapi,
  workflows: readonly WorkflowDeclaration[],
  documentIds: readonly string[],
  languages: readonly string[],
): Promise<PublicEntry[]> {
  const collection = collectionOf(strapi, workflows[0]?.contentType ?? '');
  const entries = await readHistory(strapi, workflows, languages, documentIds, 'public');
  return entries.map(({ documentId, ...entry }) => ({ ...entry, subject: { collection, documentId } }));
}
