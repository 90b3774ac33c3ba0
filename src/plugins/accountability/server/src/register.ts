import type { Core } from '@strapi/strapi';
import { registerOpenData } from './open-data/register';
import { registerWorkflows } from './workflow/register';

const register = ({ strapi }: { strapi: Core.Strapi }) => {
  registerOpenData(strapi);
  registerWorkflows(strapi);
};

export default register;
