import type { Core } from '@strapi/strapi';
import { CHANGE } from '../change-log/content-types';
import { wherePublished } from '../change-log/public-rows';
import { periodOf, type Precision } from '../dates/partial-date';
import { partialDateInWords } from '../dates/partial-date-in-words';
import { stateView } from '../workflow/history';
import { findWorkflow, workflowConfig } from '../workflow/registry';
import type { WorkflowDeclaration } from '../workflow/definition';
import { openDataConfig } from '../datasets/settings';
import type { CalendarEvent } from './calendar';
import type { Deadline, FeedDocument } from './config';
import { rowFor, shownAttributes, shownDocument, type DocumentRow } from './documents';
import { joinRelated, type Columns } from './related-columns';
import { nameUuid } from './name-uuid';
import { feedsConfig } from './settings';
import type { FeedReader } from './status-changes';
import { whereConcerns } from './subjects';
import { feedWord } from './words';

interface DeadlineRow extends DocumentRow {
  readonly endDate: unknown;
  readonly endPrecision: Precision | null;
  readonly state: string | null;
  readonly sequence: number | null;
  readonly changedAt: number | string | Date | null;
}

/** The end date of every public document that has one, as an event on its latest possible day. Earliest first. */
export async function readDeadlines(strapi: Core.Strapi, reader: FeedReader): Promise<CalendarEvent[]> {
  const { documents, deadlines } = feedsConfig(strapi);
  const { languages } = workflowConfig(strapi);
  const { datasets } = openDataConfig(strapi);
  const events: CalendarEvent[] = [];
  for (const deadline of deadlines) {
    const document = documents.find(
      ({ contentType }) => contentType === deadline.contentType,
    ) as FeedDocument;
    const workflow = findWorkflow(workflowConfig(strapi), deadline.contentType, deadline.workflow);
    const dataset = datasets.find(({ contentType }) => contentType === deadline.contentType);
    const category = dataset?.labels[reader.locale] ?? null;
    const rows = await deadlineRows(strapi, deadline, document, workflow, reader.subject);
    for (let start = 0; start < rows.length;) {
      let end = start + 1;
      while (rows[end]?.documentId === rows[start]?.documentId) end += 1;
      const row = rowFor(rows.slice(start, end), reader.locale, languages);
      const event = row && eventOf(strapi, reader, { deadline, document, workflow, category, row });
      if (event) events.push(event);
      start = end;
    }
  }
  return events.sort((one, other) => one.day.localeCompare(other.day) || one.uid.localeCompare(other.uid));
}

/** One statement, so that all rows are from the same snapshot. */
function deadlineRows(
  strapi: Core.Strapi,
  { contentType, timeframe }: Deadline,
  document: FeedDocument,
  { field = '' }: WorkflowDeclaration,
  subject: string | null,
): Promise<DeadlineRow[]> {
  const knex = strapi.db.connection;
  const log = strapi.db.metadata.get(CHANGE).tableName;
  const { tableName, attributes } = strapi.db.metadata.get(contentType) as unknown as Columns;
  const { joinTable, target = '' } = attributes[timeframe] ?? {};
  if (!joinTable) throw new Error(`Attribute "${timeframe}" of "${contentType}" has no join table`);
  const component = strapi.db.metadata.get(target) as unknown as Columns;
  const column = (of: Columns['attributes'], name: string): string => of[name]?.columnName ?? name;
  const shown = Object.fromEntries(
    shownAttributes(document).map((name) => [name, `e.${column(attributes, name)}`]),
  );
  return knex
    .from({ e: tableName })
    .join({ j: joinTable.name }, `j.${joinTable.joinColumn.name}`, 'e.id')
    .join({ c: component.tableName }, 'c.id', `j.${joinTable.inverseJoinColumn.name}`)
    .leftJoin({ l: log }, (on) =>
      on.on(
        'l.id',
        // Only of the documents with a deadline, not of the whole log.
        knex(log)
          .where({ subject_type: contentType })
          .whereRaw('subject_id = e.document_id')
          .max('id') as never,
      ),
    )
    .where(
      Object.fromEntries(Object.entries(joinTable.on ?? {}).map(([name, value]) => [`j.${name}`, value])),
    )
    .whereNotNull(`c.${column(component.attributes, 'endDate')}`)
    .modify((query) => void wherePublished(strapi, contentType, query, 'e'))
    .modify((query) => void whereConcerns(strapi, query, document, { column: 'e.document_id', subject }))
    .modify((query) => joinRelated(strapi, query, document))
    .orderBy('e.document_id')
    .select({
      ...shown,
      endDate: `c.${column(component.attributes, 'endDate')}`,
      endPrecision: `c.${column(component.attributes, 'endPrecision')}`,
      state: `e.${column(attributes, field)}`,
      sequence: 'l.id',
      changedAt: 'l.at',
    }) as unknown as Promise<DeadlineRow[]>;
}

/** A stored date is text on both databases, or a number where SQLite was written to directly. */
const isoDay = (value: unknown): string =>
  typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : String(value).slice(0, 10);

/** Null for an unknown end: no day is invented. */
function eventOf(
  strapi: Core.Strapi,
  reader: FeedReader,
  {
    deadline,
    document,
    workflow,
    category,
    row,
  }: {
    readonly deadline: Deadline;
    readonly document: FeedDocument;
    readonly workflow: WorkflowDeclaration;
    readonly category: string | null;
    readonly row: DeadlineRow;
  },
): CalendarEvent | null {
  const { locale } = reader;
  const date = isoDay(row.endDate);
  const period = periodOf(date, row.endPrecision);
  if (!period) return null;
  const { languages } = workflowConfig(strapi);
  const isDay = period.earliest === period.latest;
  const inWords = partialDateInWords(period.earliest, row.endPrecision, locale);
  const state = row.state ?? workflow.initial;
  const shown = shownDocument(strapi, document, row, locale, reader);
  return {
    uid: nameUuid(reader.identity, ['deadline', deadline.contentType, row.documentId].join('/')),
    day: period.latest,
    summary: shown.title,
    description: [
      feedWord(locale, isDay ? 'due-day' : 'due-period', { period: inWords }),
      feedWord(locale, 'status', { status: stateView(workflow, state, languages).labels[locale] ?? state }),
    ].join('\n'),
    url: shown.href,
    status: deadline.cancelled.includes(state) ? 'CANCELLED' : 'CONFIRMED',
    category,
    sequence: row.sequence ?? 0,
    modified: new Date(row.changedAt ?? 0),
  };
}
