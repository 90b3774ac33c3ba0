import type { Core } from '@strapi/strapi';
import { authors, books } from '../src/accountability/datasets';
import { comments } from '../src/accountability/comments';
import { feeds } from '../src/accountability/feeds';
import { imports } from '../src/accountability/imports';
import { lending } from '../src/accountability/lending';
import { moderation } from '../src/accountability/moderation';
import { shelves } from '../src/accountability/vocabularies';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  accountability: {
    enabled: true,
    config: {
      languages: ['en', 'fr'],
      datasets: [books, authors],
      vocabularies: [shelves],
      workflows: [lending, moderation],
      comments,
      feeds,
      imports,
    },
  },
});

export default config;
