import type { Core } from '@strapi/strapi';
import { destroyOpenData } from './open-data/register';

const destroy = ({ strapi }: { strapi: Core.Strapi }) => destroyOpenData(strapi);

export default destroy;
