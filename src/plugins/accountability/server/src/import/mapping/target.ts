import {
  isLocalizedAttribute,
  TO_MANY,
  type Model,
  type ModelAttribute,
  type ModelLookup,
} from '../../datasets/content-model';
import { parseSourcePath } from '../../datasets/source-path';

/** Attributes by which a component is a timeframe: two partial dates. */
const TIMEFRAME_PARTS = ['startDate', 'startPrecision', 'endDate', 'endPrecision'];

/** What a column of a table of documents writes. */
export type Target =
  | { readonly kind: 'document-id' }
  | { readonly kind: 'updated-at' }
  | {
      readonly kind: 'scalar';
      readonly attribute: string;
      readonly schema: ModelAttribute;
      readonly localized: boolean;
    }
  | {
      readonly kind: 'component';
      readonly attribute: string;
      readonly parts: readonly string[];
      readonly schemas: readonly ModelAttribute[];
      readonly repeatable: boolean;
    }
  | { readonly kind: 'timeframe'; readonly attribute: string }
  | {
      readonly kind: 'relation';
      readonly attribute: string;
      readonly contentType: string;
      /** Attributes of the documents by which they are found, the first to be asked first; `first:second` together. */
      readonly by: readonly string[];
      readonly toMany: boolean;
    }
  | { readonly kind: 'state'; readonly workflow: string; readonly part: StatePart };

export type StatePart = 'state' | 'asOf' | 'reason';

const STATE = /^state\(([a-z0-9-]+)\)(?:\.(asOf|reason))?$/;

export const isTimeframe = (model: Model | undefined): boolean =>
  model !== undefined && TIMEFRAME_PARTS.every((part) => model.attributes[part] !== undefined);

/**
 * Reads what a column writes (grammar: `ImportColumn.to`).
 * @returns text what is wrong with it
 */
export function parseTarget(models: ModelLookup, contentType: string, to: string): Target | string {
  const model = models(contentType);
  if (!model) return `there is no content type "${contentType}"`;
  if (to === 'documentId') return { kind: 'document-id' };
  if (to === 'updatedAt') return { kind: 'updated-at' };
  const state = STATE.exec(to);
  if (state) return { kind: 'state', workflow: state[1]!, part: (state[2] ?? 'state') as StatePart };
  const [written = '', ...others] = to.split('|');
  const path = parseSourcePath(written);
  const schema = path && model.attributes[path.attribute];
  if (!path || !schema) return `"${contentType}" has no attribute "${to}"`;
  const { attribute, parts } = path;
  if (others.length > 0 && schema.type !== 'relation') return `"${to}": only a relation is found by several`;
  if (schema.type === 'component') return componentTarget(models, attribute, parts, schema);
  if (schema.type === 'relation') {
    if (!schema.target || !isOwningSide(schema)) {
      return `"${attribute}" belongs to the other type of the relation: map it there`;
    }
    if (parts.length === 0) return `"${to}" has to say by which attribute documents are found`;
    const by = [parts.join(':'), ...others];
    const unknown = by
      .flatMap((names) => names.split(':'))
      .find((name) => name !== 'documentId' && !models(schema.target as string)?.attributes[name]);
    if (unknown !== undefined) return `"${schema.target}" has no "${unknown}"`;
    return {
      kind: 'relation',
      attribute,
      contentType: schema.target,
      by,
      toMany: TO_MANY.includes(schema.relation ?? ''),
    };
  }
  if (parts.length > 0 || schema.type === 'media') return `"${to}" cannot be imported`;
  return { kind: 'scalar', attribute, schema, localized: isLocalizedAttribute(model, attribute) };
}

/** Whether the content type is the one that keeps the links of a relation. */
export const isOwningSide = (attribute: ModelAttribute & { readonly mappedBy?: string }): boolean =>
  attribute.mappedBy === undefined;

function componentTarget(
  models: ModelLookup,
  attribute: string,
  parts: readonly string[],
  schema: ModelAttribute,
): Target | string {
  const component = models(schema.component ?? '');
  if (parts.length === 0) {
    return isTimeframe(component) && !schema.repeatable
      ? { kind: 'timeframe', attribute }
      : `"${attribute}" has to say which part of the component`;
  }
  const schemas = parts.map((part) => component?.attributes[part]);
  const missing = parts.find((_, index) => schemas[index] === undefined);
  if (missing) return `the component of "${attribute}" has no "${missing}"`;
  return {
    kind: 'component',
    attribute,
    parts,
    schemas: schemas as readonly ModelAttribute[],
    repeatable: schema.repeatable === true,
  };
}
