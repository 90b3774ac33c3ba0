import type { Core } from '@strapi/strapi';
import { Shares, type ShareLimits } from './shares';

const known = new WeakMap<Core.Strapi, Shares>();

/** The application's scheduler: one for all routes. */
export function sharesOf(strapi: Core.Strapi): Shares {
  let shares = known.get(strapi);
  if (!shares) {
    shares = new Shares(strapi.config.get<ShareLimits>('tracker.publicReads'));
    known.set(strapi, shares);
  }
  return shares;
}
