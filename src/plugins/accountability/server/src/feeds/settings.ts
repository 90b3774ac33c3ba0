import type { Core } from '@strapi/strapi';
import { parseFeedsConfig, type FeedsConfig } from './config';

const known = new WeakMap<Core.Strapi, FeedsConfig>();

/** The application's feeds, as validated at the start. */
export function feedsConfig(strapi: Core.Strapi): FeedsConfig {
  let config = known.get(strapi);
  if (!config) {
    config = parseFeedsConfig(strapi.config.get('plugin::accountability'));
    known.set(strapi, config);
  }
  return config;
}
