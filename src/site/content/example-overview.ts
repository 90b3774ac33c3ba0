import { entityTag, type SiteVersion } from 'strapi-plugin-accountability/server';
import type { AskApiAgain } from '../api/ask-api';

import type { Overview } from './overview';
import { newOverviewReader } from './overview-reader';
import type { Row } from './records';

/** Rows of datasets, by the dataset's name, for specs. */
export type ExampleRows = Readonly<Record<string, readonly Row[]>>;

const nothing = {
  start_date: null,
  start_precision: null,
  end_date: null,
  end_precision: null,
  implementation_status: null,
  assessment: null,
};

/** A commitment as its dataset has it. */
export const commitmentRow = (id: string, row: Row = {}): Row => ({
  ...nothing,
  id,
  slug: id,
  title_ka: `${id} ქართულად`,
  title_en: `${id} in English`,
  overdue: false,
  lead_agency_ids: [],
  partner_ids: [],
  ogp_values: [],
  sdgs: [],
  updated_at: '2026-01-01T00:00:00Z',
  ...row,
});

/** A milestone as its dataset has it. */
export const milestoneRow = (id: string, row: Row = {}): Row => ({
  ...nothing,
  id,
  title_ka: `${id} ქართულად`,
  title_en: `${id} in English`,
  overdue: false,
  responsible_agency_ids: [],
  partner_ids: [],
  ...row,
});

/** A report as its dataset has it. */
export const reportRow = (id: string, row: Row = {}): Row => ({
  ...nothing,
  id,
  period_kind: null,
  published_on: null,
  ratings: [],
  updated_at: '2026-01-01T00:00:00Z',
  ...row,
});

/** A change of an example: the dataset and the document. */
export interface ExampleChange {
  readonly dataset: string;
  readonly id: string;
  /** ISO time. */
  readonly at?: string;
}

/** The rows that an address asks for: all, or those whose column has one of the values. */
function rowsAt(rows: readonly Row[], query: string): readonly Row[] {
  const filters = [...query.matchAll(/filters\[([a-z_]+)\]\[\$in\]=([^&]*)/g)];
  const [column = ''] = filters.map(([, name]) => name);
  const values = filters.map(([, , value = '']) => decodeURIComponent(value));
  return values.length === 0 ? rows : rows.filter((row) => values.includes(String(row[column])));
}

/** An API with some rows and changes; a dataset's tag is that of its text. */
export const exampleApi =
  (rows: ExampleRows, changes: readonly ExampleChange[] = []): AskApiAgain =>
  async (path, known) => {
    const [, since] = /changes\.ndjson\?since=(\d+)/.exec(path) ?? [];
    const [, dataset = '', query = ''] = /^\/api\/open-data\/([a-z-]+)\.ndjson\?(.*)$/.exec(path) ?? [];
    const lines =
      since === undefined
        ? rowsAt(rows[dataset] ?? [], query)
        : changes
            .slice(Number(since))
            .map((change, index) => ({ ...change, sequence: Number(since) + index + 1 }));
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const etag = entityTag([body]);
    return etag === known ? null : { body, etag };
  };

/** The version of an example site after some changes. */
export const exampleVersion = (lastChange: number, day = '2026-01-01'): SiteVersion => ({
  text: `${lastChange} ${day}`,
  lastChange,
  day,
});

/** An overview of some rows, for specs. */
export async function exampleOverview(rows: ExampleRows): Promise<Overview> {
  const reader = newOverviewReader();
  await reader.update(exampleApi(rows), exampleVersion(0));
  return (reader.present as { overview: Overview }).overview;
}
