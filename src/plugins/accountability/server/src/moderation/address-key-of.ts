import type { Core } from '@strapi/strapi';
import { addressKey } from './address-key';
import { secretFor } from './secrets';

/** What stands for the address of a request today. */
export const addressKeyOf = (strapi: Core.Strapi, address: string): string =>
  addressKey(secretFor(strapi, 'address'), address);
