import type { Core } from '@strapi/strapi';
import { destroyOpenData } from './export/register';

const destroy = ({ strapi }: { strapi: Core.Strapi }) => destroyOpenData(strapi);

export default destroy;
