import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { comparesLanguages } from '../content-api/compares-languages';

/** Parameters with which Strapi's content API would return drafts to any reader. */
const DRAFT_PARAMETERS = ['status', 'publicationFilter', 'hasPublishedVersion'] as const;

/**
 * Drafts are for editors: without an API token only published content can be read.
 * @throws PolicyError (403) that names the parameter
 * @throws ValidationError (400) for filters and sorting that would reveal hidden text
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
