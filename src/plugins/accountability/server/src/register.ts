import type { Core } from '@strapi/strapi';
import { registerOpenData } from './open-data/register';

const register = ({ strapi }: { strapi: Core.Strapi }) => {
  registerOpenData(strapi);
};

export default register;
