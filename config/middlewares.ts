import type { Core } from '@strapi/strapi';
import { longestList } from '../src/content-api/query-cost/limit-settings';
import { addressOrNone } from '../src/settings/address';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  // Before all that count by the visitor's address.
  'global::client-address',
  'strapi::logger',
  'global::public-cors',
  'strapi::errors',
  'global::upload-headers',
  'strapi::security',
  'global::valid-host',
  // The admin panel is for its own site's pages only.
  {
    name: 'strapi::cors',
    config: { origin: [addressOrNone(env('PUBLIC_URL'))].filter(Boolean), credentials: false },
  },
  { name: 'strapi::poweredBy', config: { poweredBy: 'Open commitments' } },
  // A longer list would be read as an object, and then not be taken for a list.
  { name: 'strapi::query', config: { arrayLimit: longestList(env) } },
  'global::present-visitors',
  // Before anybody parses one.
  'global::query-length',
  // After what all answers have in common; its pages need no body, session or login.
  'global::site',
  // Before anything that reads a body or looks a path up.
  'global::one-spelling',
  'global::client-disconnects',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'global::valid-addresses',
  'global::token-kind',
  'global::known-locale',
  'global::query-faults',
];

export default config;
