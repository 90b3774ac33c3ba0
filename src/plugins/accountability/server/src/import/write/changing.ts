import type { Core } from '@strapi/strapi';
import type { Batch } from './batch';
import type { ContentModel } from './content-model';
import type { WritingSettings } from './new-documents';

/** What changing some documents of one content type needs. */
export interface Changing {
  readonly strapi: Core.Strapi;
  readonly batch: Batch;
  readonly model: ContentModel;
  readonly settings: WritingSettings;
  readonly now: Date;
}
