import type { Core } from '@strapi/strapi';
import { modelOf } from '../datasets/settings';
import type { Model, ModelAttribute } from '../datasets/content-model';
import { parseVocabulariesConfig, vocabularyError } from './config';
import type { VocabularyDeclaration } from './declaration';

/** An enumeration as Strapi holds it while plugins register. */
interface Enumeration extends ModelAttribute {
  enum?: readonly string[];
  readonly default?: unknown;
}

/**
 * Gives the declared enumerations their codes. Runs first while plugins register: all that is declared about the content
 * is held against the content types later, and Strapi makes its validators of them later still. What is written in
 * `schema.json` stays: Strapi keeps a copy of its own for the content-type builder.
 * @throws Error that lists what to correct; it stops the start
 */
export function setEnumerations(strapi: Core.Strapi): void {
  const problems = parseVocabulariesConfig(strapi.config.get('plugin::accountability')).flatMap(
    (vocabulary) =>
      setCodes(
        vocabulary,
        (uid) => modelOf(strapi, uid),
        (uid) => Object.hasOwn(strapi.components, uid),
      ),
  );
  if (problems.length > 0) throw vocabularyError(problems);
}

/** Gives the enumerations of one vocabulary its codes. @returns what is wrong with the declaration */
export function setCodes(
  { name, codes, attributes, renamed = {} }: VocabularyDeclaration,
  lookup: (uid: string) => Model | undefined,
  isComponent: (uid: string) => boolean,
): string[] {
  return attributes.flatMap(({ model: uid, attribute: key }): string[] => {
    const place = `vocabulary "${name}", attribute "${key}" of "${uid}"`;
    const model = lookup(uid);
    if (!model) return [`${place}: there is no such content type or component; correct the uid`];
    const attribute = model.attributes[key] as Enumeration | undefined;
    if (attribute?.type !== 'enumeration') return [`${place} is no enumeration; correct the name`];
    if (typeof attribute.default === 'string' && !codes.includes(attribute.default)) {
      return [`${place} has the default "${attribute.default}", which is no code; remove the default`];
    }
    if (isComponent(uid) && Object.keys(renamed).length > 0) {
      return [`${place} is of a component, whose values cannot be renamed; remove "renamed"`];
    }
    attribute.enum = [...codes];
    return [];
  });
}
