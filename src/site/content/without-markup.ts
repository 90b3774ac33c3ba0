import { oneLine } from 'strapi-plugin-accountability/server';
import { webAddress } from '../addresses';

/** Open data for a page: texts without HTML, addresses unchanged. */
export function withoutMarkup(data: unknown): unknown {
  if (typeof data === 'string') return webAddress(data) === null ? oneLine(data) : data;
  if (Array.isArray(data)) return data.map(withoutMarkup);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withoutMarkup(value)]));
}
