import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

const known = new WeakMap<Core.Strapi, string>();

/**
 * What decides about the bytes of an answer beside the data: the application's version and what it declares, labels
 * among it. It belongs into every entity tag, so that a release with other words or columns is another
 * representation although nobody has written anything.
 */
export function applicationVersion(strapi: Core.Strapi): string {
  let mark = known.get(strapi);
  if (!mark) {
    const { datasets, vocabularies, workflows, languages, openData, feeds, summary, timeZone } =
      strapi.config.get<Record<string, Record<string, unknown> | undefined>>('plugin::accountability');
    // How many may read at a time, and how fast, changes no bytes.
    const limits = { maxConcurrentExports: undefined, maxExportsPerAddress: undefined, readers: undefined };
    const declared = {
      datasets,
      vocabularies,
      workflows,
      languages,
      openData: { ...openData, ...limits },
      feeds,
      summary,
      timeZone,
    };
    const version = strapi.config.get<string>('info.version', '');
    mark = createHash('sha256')
      .update(JSON.stringify([version, declared]))
      .digest('base64url')
      .slice(0, 16);
    known.set(strapi, mark);
  }
  return mark;
}
