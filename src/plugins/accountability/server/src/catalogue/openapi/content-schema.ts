import type { ModelAttribute } from '../../datasets/content-model';
import { schemaRef, type ApiAttribute, type ApiContentType, type JsonSchema } from './part';

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  string: { type: ['string', 'null'] },
  text: { type: ['string', 'null'] },
  richtext: { type: ['string', 'null'], description: 'Markdown' },
  uid: { type: ['string', 'null'] },
  email: { type: ['string', 'null'], format: 'email' },
  integer: { type: ['integer', 'null'] },
  biginteger: { type: ['string', 'null'] },
  decimal: { type: ['number', 'null'] },
  float: { type: ['number', 'null'] },
  boolean: { type: ['boolean', 'null'] },
  date: { type: ['string', 'null'], format: 'date' },
  datetime: { type: ['string', 'null'], format: 'date-time' },
};

const enumerated = ({ enum: values = [] }: ModelAttribute): JsonSchema => ({
  type: ['string', 'null'],
  enum: [...values, null],
});

export const documentSchemaName = ({ collection }: Pick<ApiContentType, 'collection'>): string =>
  `${collection}-document`;

function attributeSchema(attribute: ApiAttribute, contentTypes: readonly ApiContentType[]): JsonSchema {
  if (attribute.type === 'enumeration') return enumerated(attribute);
  if (attribute.type === 'component') {
    const item = {
      type: 'object',
      properties: propertiesOf(attribute.attributes ?? {}, contentTypes),
    };
    return attribute.repeatable ? { type: 'array', items: item } : { anyOf: [item, { type: 'null' }] };
  }
  if (attribute.type === 'relation') {
    const target = contentTypes.find(({ contentType }) => contentType === attribute.target);
    const item = target ? schemaRef(documentSchemaName(target)) : { type: 'object' };
    return attribute.relation?.endsWith('Many')
      ? { type: 'array', items: item }
      : { anyOf: [item, { type: 'null' }] };
  }
  return SCALARS[attribute.type] ?? {};
}

const propertiesOf = (
  attributes: Readonly<Record<string, ApiAttribute>>,
  contentTypes: readonly ApiContentType[],
): JsonSchema =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, attributeSchema(attribute, contentTypes)]),
  );

/** A document of a content type as the content API gives it; relations and components come when populated. */
export const documentSchema = (
  type: ApiContentType,
  contentTypes: readonly ApiContentType[],
): JsonSchema => ({
  type: 'object',
  required: ['documentId'],
  properties: {
    documentId: { type: 'string' },
    ...(type.localized && { locale: { type: 'string' } }),
    ...propertiesOf(type.attributes, contentTypes),
    createdAt: { type: 'string', format: 'date-time' },
    updatedAt: { type: 'string', format: 'date-time' },
    publishedAt: { type: ['string', 'null'], format: 'date-time' },
  },
});
