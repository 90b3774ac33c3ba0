import type { Core } from '@strapi/strapi';
import { modelOf, openDataConfig } from '../datasets/settings';
import { textIn } from '../languages/localized-text';
import { importsConfig } from './registry';

/** An attribute, or a part of one: `timeframe.endDate`. */
const NAME = /[A-Za-z][\w.]*/g;

/** What an attribute of a content type or component is called: as its form calls it, else as exports do. */
function ownName(strapi: Core.Strapi, uid: string, attribute: string, language: string): string | null {
  const declared = importsConfig(strapi).fieldLabels(uid, attribute);
  const column = openDataConfig(strapi)
    .datasets.find(({ contentType, links, about }) => contentType === uid && !links && !about)
    ?.columns.find(({ source }) => source === attribute);
  return textIn(declared, language) || textIn(column?.labels ?? {}, language) || null;
}

/** What a part of a component is called. */
export function partName(
  strapi: Core.Strapi,
  contentType: string,
  attribute: string,
  part: string,
  language: string,
): string {
  const component = modelOf(strapi, contentType)?.attributes[attribute]?.component;
  return (component && ownName(strapi, component, part, language)) || part;
}

function fieldName(strapi: Core.Strapi, contentType: string, path: string, language: string): string {
  const [attribute = '', part] = path.split('.');
  const whole = ownName(strapi, contentType, attribute, language) ?? attribute;
  return part === undefined
    ? whole
    : `${whole} › ${partName(strapi, contentType, attribute, part, language)}`;
}

/**
 * Names attributes in a text by their labels, whatever stands between them.
 * @param text `documentId, actionPlan + code`, or one attribute or part of one: `timeframe.endDate`
 */
export const withFieldNames = (
  strapi: Core.Strapi,
  contentType: string,
  text: string,
  language: string,
): string => text.replace(NAME, (path) => fieldName(strapi, contentType, path, language));
