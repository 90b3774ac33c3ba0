import type { Core } from '@strapi/strapi';

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  // Public reads are for everyone's pages; no cookie crosses with them.
  {
    name: 'strapi::cors',
    config: {
      origin: '*',
      credentials: false,
      expose: ['Link', 'ETag', 'Last-Modified', 'Content-Disposition', 'Repr-Digest', 'X-Total-Rows'],
    },
  },
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'global::known-locale',
];

export default config;
