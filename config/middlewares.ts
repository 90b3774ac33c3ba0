import type { Core } from '@strapi/strapi';
import { addressOrNone } from '../src/settings/address';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  'strapi::logger',
  'global::public-cors',
  'strapi::errors',
  'strapi::security',
  // The admin panel is for its own site's pages only.
  {
    name: 'strapi::cors',
    config: { origin: [addressOrNone(env('PUBLIC_URL'))].filter(Boolean), credentials: false },
  },
  { name: 'strapi::poweredBy', config: { poweredBy: 'Open commitments' } },
  'strapi::query',
  'global::present-visitors',
  // Before anybody parses one.
  'global::query-length',
  // After what all answers have in common; its pages need no body, session or login.
  'global::site',
  'global::hang-ups',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'global::sound-addresses',
  'global::token-kind',
  'global::known-locale',
];

export default config;
