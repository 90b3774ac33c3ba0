import type { Core } from '@strapi/strapi';

/** JSON texts, since some of what a client can send is no value of JavaScript: 1e400. */
export const HOSTILE: Readonly<Record<string, string>> = {
  null: 'null',
  true: 'true',
  'a negative number': '-1',
  'a fraction': '1.5',
  'a number beyond 32 bits': '2147483648',
  'a number beyond all numbers': '1e400',
  'an empty text': '""',
  'a text': '"half-year"',
  'digits beyond 64 bits': '"99999999999999999999"',
  'a text of 300 letters': JSON.stringify('ა'.repeat(300)),
  'a very long text': JSON.stringify('ა'.repeat(100_000)),
  'the name of what every object has': '"constructor"',
  'an empty list': '[]',
  'a list of null': '[null]',
  'a list of numbers': '[1, -1, 1e300]',
  'a list of texts': '["a", "__proto__"]',
  'a list of objects': '[{}, {"id": {}}, {"documentId": ["x"]}]',
  'an empty object': '{}',
  'a member constructor': '{"constructor": {"prototype": {}}}',
  'an odd id': '{"id": {"$gt": 0}, "documentId": {"$ne": null}, "locale": []}',
  'an id beyond 64 bits': '{"id": 1e300}',
  'links that are none': '{"connect": "x", "disconnect": 5, "set": {}}',
  'odd links': '{"connect": [null, 1.5, {"id": "x"}, {"documentId": 5, "position": {"before": []}}]}',
  operators: '{"$eq": 1, "$or": [null]}',
  'a deep object': `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`,
  'a moment': '"2026-12-31T20:30:00.000Z"',
};

export interface ModelAttribute {
  readonly type: string;
  readonly component?: string;
  readonly repeatable?: boolean;
  readonly enum?: readonly string[];
  readonly required?: boolean;
}

type Attributes = Readonly<Record<string, ModelAttribute>>;

/** Attributes of a content type or component, Strapi's own among them. */
export const attributesOf = ({ contentTypes, components }: Core.Strapi, uid: string): Attributes =>
  (({ ...contentTypes, ...components }) as unknown as Record<string, { attributes: Attributes }>)[uid]!
    .attributes;

/** A place in the data of a write: `timeframe.endDate`. */
export interface Place {
  readonly path: readonly string[];
  readonly attribute: ModelAttribute;
  /** JSON of the data with a JSON text at the place; a component around it is otherwise valid. */
  with(value: string): string;
}

/** Values with which the fields beside a hostile one are valid. */
const VALID: Readonly<Record<string, unknown>> = {
  startDate: '2014-07-01',
  startPrecision: 'day',
  endDate: '2015-07-01',
  endPrecision: 'day',
};

function validValue(name: string, { type, enum: values }: ModelAttribute): unknown {
  if (Object.hasOwn(VALID, name)) return VALID[name];
  return type === 'enumeration' ? values?.[0] : 'x';
}

/** JSON of an object with one member more; the last of two with one name counts. */
export const member = (object: object, name: string, value: string): string => {
  const rest = Object.entries(object).filter(([other]) => other !== name);
  const inner = rest.map(([other, its]) => `${JSON.stringify(other)}: ${JSON.stringify(its)}`);
  return `{${[...inner, `${JSON.stringify(name)}: ${value}`].join(', ')}}`;
};

/** Every place of a value in the data of a content type, its components included. */
export function placesOf(strapi: Core.Strapi, uid: string): Place[] {
  const own = { id: { type: 'integer' }, documentId: { type: 'string' }, ...attributesOf(strapi, uid) };
  return Object.entries(own as Attributes).flatMap(([name, attribute]): Place[] => {
    const at = (value: string) => member({}, name, value);
    const place = { path: [name], attribute, with: at };
    if (!attribute.component) return [place];
    const inside = attributesOf(strapi, attribute.component);
    const valid = Object.fromEntries(
      Object.entries(inside)
        .filter(([inner, { required }]) => required || Object.hasOwn(VALID, inner))
        .map(([inner, of]) => [inner, validValue(inner, of)]),
    );
    const innerPlaces = Object.entries({ id: { type: 'integer' }, ...inside }).map(([inner, of]): Place => {
      const wrap = (value: string) => {
        const object = member(valid, inner, value);
        return at(attribute.repeatable ? `[${object}]` : object);
      };
      const path = attribute.repeatable ? [name, '0', inner] : [name, inner];
      return { path, attribute: of, with: wrap };
    });
    return [place, ...innerPlaces];
  });
}
