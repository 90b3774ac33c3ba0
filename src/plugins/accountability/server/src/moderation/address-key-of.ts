import type { Core } from '@strapi/strapi';
import { addressKey } from './address-key';
import { secretFor } from './secrets';

/** Today's hash of a request's address. */
export const addressKeyOf = (strapi: Core.Strapi, address: string): string =>
  addressKey(secretFor(strapi, 'address'), address);
