import type { Core } from '@strapi/strapi';
import { datasets } from '../src/accountability/datasets';
import { guards } from '../src/accountability/guards';
import { workflows } from '../src/accountability/workflows';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  accountability: {
    enabled: true,
    resolve: './src/plugins/accountability',
    config: {
      datasets,
      guards,
      workflows: workflows({
        editorialReview: env.bool('EDITORIAL_REVIEW', false),
        completionNeedsMilestones: env.bool('COMPLETION_NEEDS_MILESTONES', false),
      }),
    },
  },
});

export default config;
