import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { comparesLanguages } from '../content-api/compares-languages';
import { searchesHiddenTexts } from '../content-api/searches-hidden-texts';

/** Parameters with which Strapi's content API would give drafts to anyone who may read. */
const DRAFT_PARAMETERS = ['status', 'publicationFilter', 'hasPublishedVersion'] as const;

/**
 * Drafts are for editors: without an API token only what is published can be read, whatever is asked for.
 * @throws PolicyError (403) that names the parameter
 * @throws ValidationError (400) for filters, orders and searches that would tell hidden words
 */
export default (
  { state, request }: Context,
  { uid }: { uid: UID.ContentType },
  { strapi }: { strapi: Core.Strapi },
): boolean => {
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
  if (query._q !== undefined && searchesHiddenTexts(strapi.contentType(uid).attributes)) {
    throw new errors.ValidationError(
      '“_q” needs an API token here: it also looks into what is not public. Use “filters” instead.',
      { code: 'PUBLIC_FIELDS_ONLY', parameter: '_q' },
    );
  }
  return true;
};
