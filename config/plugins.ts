import type { Core } from '@strapi/strapi';
import { datasets } from '../src/accountability/datasets';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  accountability: {
    enabled: true,
    resolve: './src/plugins/accountability',
    config: { datasets },
  },
});

export default config;
