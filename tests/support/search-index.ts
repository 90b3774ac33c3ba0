import type { Tracker } from './tracker';

/** Has the index of the search follow the content no longer: its statements are not those a test counts. */
export const stopIndexing = ({ strapi }: Pick<Tracker, 'strapi'>): Promise<void> =>
  strapi.plugin('accountability').service('searchIndex').stop() as Promise<void>;
