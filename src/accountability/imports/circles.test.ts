import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const API = path.resolve(__dirname, '../../api');

interface Schema {
  readonly info: { readonly singularName: string };
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly target?: string }>>;
}

const schemas = readdirSync(API, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('schema.json'))
  .map((name) => JSON.parse(readFileSync(path.join(API, name), 'utf8')) as Schema);

// Types that lead to each other stop the start; rows of a type that leads to itself would have to be in their order.
it('no content type leads to itself, so that no rows of an import can form a circle', () => {
  expect(schemas.length).toBeGreaterThan(5);
  const leading = schemas.flatMap(({ info: { singularName: name }, attributes }) =>
    Object.entries(attributes)
      .filter(([, { target }]) => target === `api::${name}.${name}`)
      .map(([attribute]) => `${name}.${attribute}`),
  );
  expect(leading).toEqual([]);
});
