import type { Core } from '@strapi/strapi';
import { entityTag, type Validators } from '../http/conditional';
import { applicationVersion } from '../http/application-version';
import type { Revision } from '../datasets/revision-of-day';

export const ZIP = 'application/zip';

/** Validators of the archive of a revision, without making it. */
export const archiveValidators = (
  strapi: Core.Strapi,
  { sequence, day, modified }: Revision,
  base: string,
): Validators => ({ etag: entityTag([applicationVersion(strapi), ZIP, sequence, day, base]), modified });
