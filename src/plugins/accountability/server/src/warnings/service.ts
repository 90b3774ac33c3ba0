import { siteDay } from '../dates/site-day';
import type { Core } from '@strapi/strapi';
import { publishedRows } from '../change-log/public-rows';
import { titleField, titleOf } from '../workflow/titles';
import { uidOf, workflowConfig } from '../workflow/registry';
import { draftRows, loadRows } from '../workflow/document-state';
import type { Warning, WarningsDeclaration } from './declaration';
import { byDocument, warningContextOf, type WarningRow } from './warning-context';
import { declaredWarnings } from './registry';

const BATCH = 200;

/** A warning and its published document. */
export interface Finding extends Warning {
  readonly contentType: string;
  readonly documentId: string;
  /** The document's title in the panel, in the first language it has. */
  readonly title: string | null;
  /** Language to open the document in: the warning's, else the first it has; null without languages. */
  readonly locale: string | null;
}

/** A published document that today's rules would reject. */
export interface Fault {
  readonly code: string;
  readonly contentType: string;
  readonly documentId: string;
}

/** `strapi.plugin('accountability').service('warnings')`. Read-only. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Warnings of a document as its editors see it: of its draft, or of its only version.
   * @returns none for a content type without declared warnings
   * @throws WorkflowError 404 for a document that does not exist
   */
  async ofDocument(contentType: string, documentId: string): Promise<readonly Warning[]> {
    const config = workflowConfig(strapi);
    const drafts = draftRows(await loadRows(strapi, config, contentType, documentId));
    const declaration = declaredWarnings(strapi).find((candidate) => candidate.contentType === contentType);
    if (!declaration) return [];
    const rows = await populated(strapi, declaration, { id: { $in: drafts.map(({ id }) => id) } });
    return declaration.find(warningContextOf(rows, config.languages, siteDay(strapi)), strapi);
  },

  /**
   * Published documents that today's rules would reject, for `npm run doctor`: one finding per document and code,
   * which is the warning's own in capitals.
   */
  async check(): Promise<Fault[]> {
    const faults = new Map<string, Fault>();
    for await (const { isFault, code, contentType, documentId } of this.ofPublished()) {
      if (!isFault) continue;
      const fault = { code: code.toUpperCase().replaceAll('-', '_'), contentType, documentId };
      faults.set(Object.values(fault).join(' '), fault);
    }
    return [...faults.values()];
  },

  /**
   * Warnings of everything published, content type by content type. Reads a few hundred rows at a time, so that a
   * site of any size can be checked.
   * @param contentTypes only these; by default every one with declared warnings
   */
  async *ofPublished(
    contentTypes?: readonly string[],
    { batch = BATCH }: { batch?: number } = {},
  ): AsyncGenerator<Finding> {
    for (const declaration of declaredWarnings(strapi)) {
      if (contentTypes && !contentTypes.includes(declaration.contentType)) continue;
      yield* publishedFindings(strapi, declaration, batch);
    }
  },
});

const populated = (
  strapi: Core.Strapi,
  { contentType, populate = {} }: WarningsDeclaration,
  where: Record<string, unknown>,
  limit?: number,
): Promise<WarningRow[]> =>
  strapi.db.query(uidOf(contentType)).findMany({
    where,
    populate,
    orderBy: [{ documentId: 'asc' }, { id: 'asc' }],
    ...(limit && { limit }),
  });

async function* publishedFindings(
  strapi: Core.Strapi,
  declaration: WarningsDeclaration,
  batch: number,
): AsyncGenerator<Finding> {
  const { contentType } = declaration;
  const { languages } = workflowConfig(strapi);
  const field = await titleField(strapi, contentType);
  const published = publishedRows(strapi, contentType);
  // One row per language: a batch of this size has complete documents besides the last one.
  const limit = batch + languages.length;
  for (let after = ''; ;) {
    const rows = await populated(strapi, declaration, { ...published, documentId: { $gt: after } }, limit);
    const isLast = rows.length < limit;
    const documents = byDocument(rows);
    // The last document may continue in the next batch; it is read there as a whole.
    if (!isLast && documents.length > 1) documents.pop();
    for (const document of documents) {
      const facts = warningContextOf(document, languages, siteDay(strapi));
      const { documentId } = document[0] as WarningRow;
      const title = titleOf(facts.document[field]) || null;
      const first = (facts.document.locale as string | null | undefined) ?? null;
      for (const warning of await declaration.find(facts, strapi)) {
        const locale = warning.language ?? first;
        yield { ...warning, contentType, documentId, title, locale };
      }
    }
    if (isLast) return;
    after = String(documents.at(-1)?.[0]?.documentId);
  }
}
