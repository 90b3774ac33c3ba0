import type { Core } from '@strapi/strapi';
import { isMailAddress } from '../mail/mail-address';
import { titleField, titleOf } from '../workflow/titles';
import { uidOf, workflowConfig } from '../workflow/registry';
import { stateView } from '../workflow/history';
import type { WorkflowDeclaration } from '../workflow/definition';
import type { Precision } from '../dates/partial-date';
import type { RemindersConfig } from './config';
import type { ReminderItem } from './digest';

const BATCH = 500;

/** Every document with an end date and no final state, of all workflows that declare a timeframe. */
export async function collectItems(
  strapi: Core.Strapi,
  { responsible }: RemindersConfig,
): Promise<ReminderItem[]> {
  const { workflows } = workflowConfig(strapi);
  const items: ReminderItem[] = [];
  for (const workflow of workflows.filter(({ timeframe, field }) => timeframe && field)) {
    const sources = responsible.filter(({ contentType }) => contentType === workflow.contentType);
    for (let after = 0; ;) {
      const rows = await openRows(strapi, workflow, sources, after);
      items.push(...(await itemsOf(strapi, workflow, sources, rows)));
      if (rows.length < BATCH) break;
      after = Number(rows.at(-1)?.id);
    }
  }
  // Of the rows per language, the first of the site's languages is used, with the titles of all.
  const { languages } = workflowConfig(strapi);
  const rank = (locale: string) => languages.indexOf(locale) + 1 || languages.length + 1;
  const byDocument = new Map<string, ReminderItem>();
  for (const item of items) {
    const key = `${item.contentType} ${item.documentId}`;
    const known = byDocument.get(key);
    const main = !known || rank(item.locale) < rank(known.locale) ? item : known;
    byDocument.set(key, { ...main, titles: { ...known?.titles, ...item.titles } });
  }
  return [...byDocument.values()];
}

type Source = RemindersConfig['responsible'][number];

function openRows(
  strapi: Core.Strapi,
  { contentType, field = '', timeframe = '', states }: WorkflowDeclaration,
  sources: readonly Source[],
  after: number,
): Promise<Record<string, unknown>[]> {
  const terminal = states.filter((state) => state.terminal).map(({ code }) => code);
  return strapi.db.query(uidOf(contentType)).findMany({
    where: {
      $and: [
        { id: { $gt: after } },
        { publishedAt: { $null: true } },
        { $or: [{ [field]: { $notIn: terminal } }, { [field]: { $null: true } }] },
        { [timeframe]: { endDate: { $notNull: true } } },
      ],
    },
    orderBy: { id: 'asc' },
    limit: BATCH,
    populate: {
      [timeframe]: true,
      ...Object.fromEntries(
        sources.map(({ relation, email }) => [relation, { select: ['id', email] }] as const),
      ),
    },
  });
}

async function itemsOf(
  strapi: Core.Strapi,
  workflow: WorkflowDeclaration,
  sources: readonly Source[],
  rows: readonly Record<string, unknown>[],
): Promise<ReminderItem[]> {
  const { contentType, field = '', timeframe = '', initial } = workflow;
  const { languages } = workflowConfig(strapi);
  const title = await titleField(strapi, contentType);
  return rows.map((row) => {
    const frame = row[timeframe] as { endDate: string; endPrecision: Precision | null };
    const addresses = sources.flatMap(({ relation, email }) =>
      ((row[relation] ?? []) as Record<string, unknown>[]).map((organisation) => organisation[email]),
    );
    return {
      contentType,
      documentId: String(row.documentId),
      locale: String(row.locale),
      titles: { [String(row.locale)]: titleOf(row[title]) || String(row.documentId) },
      state: stateView(workflow, String(row[field] ?? initial), languages).labels,
      endDate: frame.endDate,
      endPrecision: frame.endPrecision,
      // Content older than the validation of e-mail addresses may contain anything.
      responsible: addresses.filter(
        (address): address is string => typeof address === 'string' && isMailAddress(address),
      ),
    };
  });
}
