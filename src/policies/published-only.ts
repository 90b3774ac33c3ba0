import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { comparesLanguages } from '../content-api/compares-languages';

/** Parameters with which Strapi's content API would give drafts to anyone who may read. */
const DRAFT_PARAMETERS = ['status', 'publicationFilter', 'hasPublishedVersion'] as const;

/**
 * Drafts are for editors: without an API token only what is published can be read, whatever is asked for.
 * @throws PolicyError (403) that names the parameter
 * @throws ValidationError (400) for filters and orders that would tell hidden words
 */
export default ({ state, request }: Context): boolean => {
  const { query } = request;
  if (state.auth?.strategy?.name === 'content-api-token') return true;
  const wanted = DRAFT_PARAMETERS.find((name) => query[name] !== undefined && query[name] !== 'published');
  if (wanted) {
    throw new errors.PolicyError(
      `“${wanted}=${String(query[wanted])}” needs an API token: without one only published content can be read.`,
      { code: 'PUBLISHED_ONLY', parameter: wanted },
    );
  }
  if (comparesLanguages(query)) {
    throw new errors.ValidationError(
      'Filtering or sorting by “localizations” needs an API token: without one only published content can be read.',
      { code: 'PUBLISHED_ONLY', parameter: 'localizations' },
    );
  }
  return true;
};
