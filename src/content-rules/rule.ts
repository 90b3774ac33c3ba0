import type { Core } from '@strapi/strapi';
import type { Timeframe } from 'strapi-plugin-accountability/server';
import type { Issue } from './issue';
import type { ReportPeriod } from './warnings/report-period';

export interface RelatedEntry {
  id: number;
  documentId: string;
  code?: string | null;
  title?: string | null;
  actionPlan?: RelatedEntry | null;
}

/** A written row with its components, and the relations that rules read, populated. */
export interface WrittenEntry extends Record<string, unknown> {
  id: number;
  documentId: string;
  locale?: string | null;
  publishedAt?: string | null;
  code?: string | null;
  slug?: string | null;
  timeframe?: Timeframe | null;
  period?: ReportPeriod | null;
  actionPlan?: RelatedEntry | null;
  commitment?: RelatedEntry | null;
}

export interface RuleContext {
  strapi: Core.Strapi;
  uid: string;
  entry: WrittenEntry;
  /** The slug under which the document was published before the write, if it was. */
  publishedSlug: string | null;
}

/** A rule that looks at nothing but the entry: it holds for an entry that is not written yet as well. */
export type EntryRule = (context: Pick<RuleContext, 'entry'>) => Issue[];

/** Checks a row just written, inside the write's transaction; an issue rolls the write back. */
export type Rule = (context: RuleContext) => Issue[] | Promise<Issue[]>;
