import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

const known = new WeakMap<Core.Strapi, string>();

/**
 * Inputs of every response besides the data: the application's version and its declarations, labels among them.
 * Part of every entity tag, so that a release with other words or columns is another representation although no
 * data changed.
 */
export function applicationVersion(strapi: Core.Strapi): string {
  let mark = known.get(strapi);
  if (!mark) {
    const { datasets, vocabularies, workflows, languages, openData, feeds, summary, timeZone } =
      strapi.config.get<Record<string, Record<string, unknown> | undefined>>('plugin::accountability');
    // Limits of concurrency and throughput do not change the bytes.
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
