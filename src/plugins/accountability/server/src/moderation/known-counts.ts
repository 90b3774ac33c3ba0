import type { Core } from '@strapi/strapi';
import { siteVersion } from '../http/site-version';

const MAX_ENTRIES = 500;

interface KnownCount {
  readonly state: string;
  readonly count: number;
}

const known = new WeakMap<Core.Strapi, Map<string, KnownCount>>();

/**
 * A cached number of public comments, recounted only after a public change: counting a long thread takes longer
 * than reading a page of it.
 * @param key what is counted
 */
export async function knownCount(
  strapi: Core.Strapi,
  key: string,
  count: () => Promise<number>,
): Promise<number> {
  let counts = known.get(strapi);
  if (!counts) known.set(strapi, (counts = new Map()));
  // Read before counting: a change meanwhile makes the next request count again.
  const { text: state } = await siteVersion(strapi)();
  const found = counts.get(key);
  if (found?.state === state) return found.count;
  const counted = await count();
  counts.delete(key);
  counts.set(key, { state, count: counted });
  if (counts.size > MAX_ENTRIES) counts.delete(counts.keys().next().value as string);
  return counted;
}
