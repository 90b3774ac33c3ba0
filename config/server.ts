import type { Core } from '@strapi/strapi';
import { addressOrNone } from '../src/settings/address';
import { portOrDefault } from '../src/settings/port';
import { proxyCountOrDefault } from '../src/settings/proxy-count';

const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  host: env('HOST', '0.0.0.0'),
  port: portOrDefault(env('PORT')),
  url: addressOrNone(env('PUBLIC_URL')),
  // Of the static files, uploads among them: a container keeps them in a volume.
  dirs: { public: env('PUBLIC_DIR', './public') },
  // With the number of proxies known nobody can choose their own address by a header.
  proxy: { koa: env.bool('IS_PROXIED', false), maxIpsCount: proxyCountOrDefault(env('PROXY_COUNT')) },
  // No look-up of newer versions at each start.
  logger: { updates: { enabled: false } },
  app: { keys: env.array('APP_KEYS') },
});

export default config;
