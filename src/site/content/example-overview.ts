import { entityTag } from 'strapi-plugin-accountability/server';
import type { AskApiAgain } from '../api/ask-api';

import { readOverview, type Overview } from './overview';
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

/** An API with some rows; a dataset's tag is that of its text. */
export const exampleApi =
  (rows: ExampleRows): AskApiAgain =>
  async (path, known) => {
    const [, dataset = ''] = /^\/api\/open-data\/([a-z-]+)\.ndjson\?fields=/.exec(path) ?? [];
    const body = (rows[dataset] ?? []).map((row) => `${JSON.stringify(row)}\n`).join('');
    const etag = entityTag([body]);
    return etag === known ? null : { body, etag };
  };

/** An overview of some rows, for specs. */
export const exampleOverview = (rows: ExampleRows): Promise<Overview> => readOverview(exampleApi(rows));
