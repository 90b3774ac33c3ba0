import type { Core, UID } from '@strapi/strapi';
import { isLocalizedModel, type Model } from './content-model';
import { parseOpenDataConfig, type OpenDataConfig } from './config';
import { parsedOnce } from '../parsed-once';
import type { ReaderLimits } from '../export/readers/reading';
import type { JoinTable, MetadataLookup, TableMetadata } from '../export/source/metadata';

/** The same as `parseOpenDataConfig`, once for each configuration. */
export const parsedOpenDataConfig = parsedOnce(parseOpenDataConfig);

/** The plugin's configuration for open data, its defaults filled in; parsed once, since each write reads it. */
export const openDataConfig = (strapi: Core.Strapi): OpenDataConfig =>
  parsedOpenDataConfig(strapi.config.get<object>('plugin::accountability'));

/** Limits for clients that read files. */
export function readerLimits(strapi: Core.Strapi): ReaderLimits {
  const { bytesPerSecond, pauseSeconds, longestSeconds } = openDataConfig(strapi).openData.readers;
  return { bytesPerSecond, pauseMs: pauseSeconds * 1000, longestMs: longestSeconds * 1000 };
}

/** A content type or component by uid, undefined when there is none. `strapi.contentTypes` would copy all of them. */
export const modelOf = (strapi: Core.Strapi, uid: string): Model | undefined =>
  strapi.getModel(uid as UID.Schema) as unknown as Model | undefined;

/** Strapi's metadata contain functions too; without them they can be passed to a worker thread. */
const namesOnly = (attributes: TableMetadata['attributes']): TableMetadata['attributes'] =>
  Object.fromEntries(
    Object.entries(attributes).map(([attribute, { type, columnName, relation, target, joinTable }]) => [
      attribute,
      { type, columnName, relation, target, joinTable: joinTable && joinNames(joinTable) },
    ]),
  );

const joinNames = ({ name, joinColumn, inverseJoinColumn, on, orderColumnName }: JoinTable): JoinTable => ({
  name,
  joinColumn: { name: joinColumn.name },
  inverseJoinColumn: { name: inverseJoinColumn?.name },
  on,
  orderColumnName,
});

const lookups = new WeakMap<Core.Strapi, MetadataLookup>();

/** Table and column names of a content type or component; cached per application. */
export function metadataLookup(strapi: Core.Strapi): MetadataLookup {
  const made = lookups.get(strapi) ?? newLookup(strapi);
  lookups.set(strapi, made);
  return made;
}

function newLookup(strapi: Core.Strapi): MetadataLookup {
  const known = new Map<string, ReturnType<MetadataLookup>>();
  return (uid) => {
    let metadata = known.get(uid);
    if (!metadata) {
      const table = strapi.db.metadata.get(uid) as unknown as TableMetadata;
      const model = modelOf(strapi, uid) as (Model & { options?: { draftAndPublish?: boolean } }) | undefined;
      metadata = {
        tableName: table.tableName,
        attributes: namesOnly(table.attributes),
        localized: model !== undefined && isLocalizedModel(model),
        draftAndPublish: model?.options?.draftAndPublish === true,
      };
      known.set(uid, metadata);
    }
    return metadata;
  };
}
