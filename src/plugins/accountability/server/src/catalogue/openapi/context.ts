import { includable } from '../../workflow/public-history';
import type { Core, UID } from '@strapi/strapi';
import { isLocalizedModel, type Model } from '../../datasets/content-model';
import { modelOf, openDataConfig } from '../../datasets/settings';
import { GENERIC } from '../../import/mapping/generic';
import { importsConfig } from '../../import/registry';
import { searchConfig } from '../../search/config';
import { commentsApi } from '../../moderation/openapi/api';
import { workflowConfig, workflowsOf } from '../../workflow/registry';
import type { Catalogue } from '../catalogue';
import type { ApiAttribute, ApiContentType, ApiContext, DescribeApi } from './part';

/** Only attributes a document of the public API can contain. */
function publicAttributes(strapi: Core.Strapi, { attributes }: Model): Record<string, ApiAttribute> {
  const shown = Object.entries(attributes).filter(
    ([name, { private: isPrivate, type, target }]) =>
      !isPrivate && type !== 'password' && name !== 'locale' && !(type === 'relation' && isOfStrapi(target)),
  );
  return Object.fromEntries(
    shown.map(([name, attribute]) => {
      const component = attribute.component ? modelOf(strapi, attribute.component) : undefined;
      return [name, { ...attribute, ...(component && { attributes: publicAttributes(strapi, component) }) }];
    }),
  );
}

/** Strapi adds relations to authors and to other languages. */
const isOfStrapi = (target: string | undefined): boolean => !target?.startsWith('api::');

/** What the API description needs in addition to the catalogue; read once per application. */
export function apiContext(strapi: Core.Strapi): (catalogue: Catalogue, language: string) => ApiContext {
  const workflows = workflowConfig(strapi);
  const contentTypes = openDataConfig(strapi).openData.contentApi.map(
    ({ contentType, labels }): ApiContentType => {
      const model = modelOf(strapi, contentType) as Model;
      const own = workflowsOf(workflows, contentType);
      return {
        contentType,
        collection: strapi.contentType(contentType as UID.ContentType).info.pluralName,
        labels,
        attributes: publicAttributes(strapi, model),
        localized: isLocalizedModel(model),
        overdue: own.some(({ timeframe, field }) => timeframe && field),
        history: own.some((workflow) => workflow.public !== false),
        parts: includable(own.filter((workflow) => workflow.public !== false)),
      };
    },
  );
  const maxPageSize = strapi.config.get<number>('api.rest.maxLimit', 100);
  const { mappings, generic } = importsConfig(strapi);
  const importMappings = [...mappings.map(({ name }) => name), ...(generic ? [GENERIC] : [])];
  const searchKinds = (searchConfig(strapi)?.kinds ?? []).map(({ name }) => name);
  const hasWorkflows = workflows.workflows.length > 0;
  const comments = commentsApi(strapi);
  const { apiParts: further = [] } = strapi.config.get<{ apiParts?: readonly DescribeApi[] }>(
    'plugin::accountability',
  );
  return (catalogue, language) => ({
    catalogue,
    contentTypes,
    hasWorkflows,
    importMappings,
    searchKinds,
    comments,
    maxPageSize,
    further,
    language,
  });
}
