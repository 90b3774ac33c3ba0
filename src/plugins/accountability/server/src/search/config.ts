import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { languageCodesOf } from '../languages/site-languages';
import type { SearchDeclaration, SearchLanguage, SearchPlace } from './declaration';
import { WEIGHTS } from './declaration';

const words = z.record(z.string(), z.string().min(1));
const name = z.string().regex(/^[a-z][a-z0-9-]*$/);

const placeSchema: z.ZodType<SearchPlace> = z.lazy(() =>
  z.strictObject({
    name,
    label: words,
    relation: z.string(),
    code: z.string().optional(),
    texts: z.array(z.string()),
    places: z.array(placeSchema).optional(),
  }),
);

const isFunction = (value: unknown): boolean => typeof value === 'function';
const optionalFunction = z.custom((value) => value === undefined || isFunction(value)).optional();

const schema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        name,
        contentType: z.string(),
        title: z.string().optional(),
        page: z.record(z.string(), z.string().startsWith('/')).optional(),
        isApart: z.boolean().optional(),
        visibleWith: z.string().optional(),
        visibleUnder: z.string().optional(),
        texts: z.array(z.strictObject({ path: z.string(), weight: z.enum(WEIGHTS) })).min(1),
        places: z.array(placeSchema).optional(),
      }),
    )
    .min(1),
  languages: z
    .record(
      z.string(),
      z.strictObject({
        script: z.instanceof(RegExp),
        version: z.number().int().positive(),
        stopWords: z.array(z.string()).readonly().optional(),
        normalise: optionalFunction,
        stem: z.custom(isFunction),
        respell: optionalFunction,
      }),
    )
    .optional(),
});

/** An error that lists every problem of the declared search, one per line. */
export const searchError = (problems: readonly string[]): Error =>
  new Error(
    `the declaration of the search needs correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/** The search as it is used: kinds that are found by default come first. */
export interface SearchConfig {
  readonly kinds: SearchDeclaration['kinds'];
  /** Those of the site's languages that something is known of, in the site's order. */
  readonly languages: ReadonlyMap<string, SearchLanguage>;
}

/**
 * Parses the plugin's configuration of the search as far as possible without content types; null without one.
 * @throws Error that lists every problem; it stops the start
 */
export function parseSearchConfig(config: unknown): SearchConfig | null {
  const { search } = config as { search?: unknown };
  if (search === undefined) return null;
  const codes = languageCodesOf(config);
  const parsed = schema.safeParse(search);
  if (!parsed.success) {
    throw searchError(parsed.error.issues.map(({ path, message }) => `search.${path.join('.')}: ${message}`));
  }
  const { kinds, languages = {} } = search as SearchDeclaration;
  const twice = kinds.find(({ name: one }, index) => kinds.findIndex((kind) => kind.name === one) < index);
  if (twice) throw searchError([`the kind "${twice.name}" is declared twice; rename one`]);
  // A language of a region has the words of its language.
  const known = (code: string) => languages[code] ?? languages[code.split('-')[0] ?? ''];
  return {
    kinds: [...kinds].sort((one, other) => Number(one.isApart ?? false) - Number(other.isApart ?? false)),
    languages: new Map(codes.flatMap((code) => (known(code) ? [[code, known(code) as SearchLanguage]] : []))),
  };
}

const parsed = new WeakMap<Core.Strapi, SearchConfig | null>();

/** The application's search, as checked at the start; null without one. */
export function searchConfig(strapi: Core.Strapi): SearchConfig | null {
  let config = parsed.get(strapi);
  if (config === undefined) {
    config = parseSearchConfig(strapi.config.get('plugin::accountability'));
    parsed.set(strapi, config);
  }
  return config;
}
