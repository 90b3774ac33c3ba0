import type { Core } from '@strapi/strapi';
import { registerOpenData } from './open-data/register';
import { registerWarnings } from './warnings/registry';
import { registerWorkflows } from './workflow/register';

const register = ({ strapi }: { strapi: Core.Strapi }) => {
  registerOpenData(strapi);
  registerWorkflows(strapi);
  registerWarnings(strapi);
};

export default register;
