import type { Core } from '@strapi/strapi';
import type { DatasetDeclaration } from '../datasets/declaration';
import { feedsConfig } from '../feeds/settings';
import { modelOf, openDataConfig } from '../datasets/settings';
import { tableAsDataset } from '../summary/config';
import { summaryTables } from '../summary/settings';
import { parseSourcePath } from '../datasets/source-path';
import { workflowConfig } from '../workflow/registry';

/** What a declaration reads: a content type, and the types its columns' sources refer to. */
export type Reading = Pick<DatasetDeclaration, 'contentType' | 'columns'> &
  Partial<Pick<DatasetDeclaration, 'links' | 'about' | 'visibleWith' | 'visibleUnder'>>;

/** A relation through which documents of a content type include data of another one. */
export interface ShownRelation {
  readonly contentType: string;
  readonly attribute: string;
  readonly target: string;
}

const known = new WeakMap<Core.Strapi, ReadonlySet<string>>();

/** Relations the columns of a declaration go through. */
export function relationsOf(
  strapi: Core.Strapi,
  { contentType, columns, links = {}, visibleWith = '', visibleUnder = '' }: Reading,
): ShownRelation[] {
  const attributes = modelOf(strapi, contentType)?.attributes ?? {};
  const names = new Set([
    ...columns.map(({ source }) => parseSourcePath(source)?.attribute ?? ''),
    ...Object.keys(links),
    visibleWith,
    visibleUnder,
  ]);
  return [...names].flatMap((attribute) => {
    const { type, target } = attributes[attribute] ?? { type: '' };
    return type === 'relation' && target ? [{ contentType, attribute, target }] : [];
  });
}

const read = new WeakMap<Reading, readonly string[]>();

/** Content types whose documents appear in a declaration's rows: its own and those its relations refer to. */
export function readTypes(strapi: Core.Strapi, reading: Reading): readonly string[] {
  let types = read.get(reading);
  if (!types) {
    types = [
      ...new Set([
        // Data about other documents change with those: the change log covers them.
        ...(reading.about ? Object.keys(reading.about.datasets) : [reading.contentType]),
        ...relationsOf(strapi, reading).map(({ target }) => target),
      ]),
    ];
    read.set(reading, types);
  }
  return types;
}

/** Everything the site publishes as open data. */
export const publicReadings = (strapi: Core.Strapi): readonly Reading[] => [
  ...openDataConfig(strapi).datasets,
  ...summaryTables(strapi).map(tableAsDataset),
  ...feedsConfig(strapi).documents.map(({ contentType }) => ({ contentType, columns: [] })),
];

/** Content types in the change log: those that open data reads, and those with a public workflow. */
export function publicTypes(strapi: Core.Strapi): ReadonlySet<string> {
  let types = known.get(strapi);
  if (!types) {
    types = new Set([
      ...publicReadings(strapi).flatMap((reading) => readTypes(strapi, reading)),
      ...workflowConfig(strapi)
        .workflows.filter((workflow) => workflow.public !== false)
        .map(({ contentType }) => contentType),
    ]);
    known.set(strapi, types);
  }
  return types;
}

const NO_CONDITIONS: Readonly<Record<string, readonly string[]>> = {};

/** Conditions, besides being published, for a row of a content type to be public: values by attribute. */
export function publicConditions(
  strapi: Core.Strapi,
  contentType: string,
): Readonly<Record<string, readonly string[]>> {
  const dataset = openDataConfig(strapi).datasets.find(
    (candidate) => candidate.contentType === contentType && !candidate.links && !candidate.about,
  );
  return dataset?.where ?? NO_CONDITIONS;
}
