import type { ModelAttribute } from '../../datasets/content-model';
import type { LocalizedText } from '../../datasets/declaration';
import type { CommentsApi } from '../../moderation/openapi/api';
import type { Catalogue } from '../catalogue';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A content type of the public content API, as far as its description needs it. */
export interface ApiContentType {
  readonly contentType: string;
  /** Path below the content API: `books`. */
  readonly collection: string;
  readonly labels: LocalizedText;
  readonly attributes: Readonly<Record<string, ApiAttribute>>;
  readonly localized: boolean;
  /** Whether its lists accept `overdue`. */
  readonly overdue: boolean;
  /** Whether its documents have a public history of statuses. */
  readonly history: boolean;
  /** Relations whose documents' history can be included. */
  readonly parts: readonly string[];
}

export interface ApiAttribute extends ModelAttribute {
  /** Attributes of the component. */
  readonly attributes?: Readonly<Record<string, ModelAttribute>>;
}

/** Input of the API description. */
export interface ApiContext {
  readonly catalogue: Catalogue;
  readonly contentTypes: readonly ApiContentType[];
  /** Whether there are workflows. */
  readonly hasWorkflows: boolean;
  /** Names of the mappings of imports. */
  readonly importMappings: readonly string[];
  /** Names of the kinds that are searched; none without a search. */
  readonly searchKinds: readonly string[];
  /** Paths of comments, if there are any. */
  readonly comments?: CommentsApi;
  /** Maximum documents per page of a list. */
  readonly maxPageSize: number;
  /** Parts the application adds for its own addresses. */
  readonly further: readonly DescribeApi[];
  /** The language of titles and descriptions. */
  readonly language: string;
}

/** What one capability adds to the description; parts are merged, and their names must not collide. */
export interface ApiPart {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, object>>;
  readonly schemas?: Readonly<Record<string, JsonSchema>>;
  readonly parameters?: Readonly<Record<string, object>>;
  readonly responses?: Readonly<Record<string, object>>;
}

/** Adds a capability to the description. */
export type DescribeApi = (context: ApiContext) => ApiPart;

export const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const parameterRef = (name: string) => ({ $ref: `#/components/parameters/${name}` });
export const responseRef = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** References to shared responses by status: `{404: 'problem'}`. */
export const responseRefs = (responses: Readonly<Record<number, string>>) =>
  Object.fromEntries(Object.entries(responses).map(([status, name]) => [status, responseRef(name)]));

export const jsonContent = (schema: JsonSchema, mediaType = 'application/json') => ({
  [mediaType]: { schema },
});
