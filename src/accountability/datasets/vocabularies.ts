import type { ColumnValue, StateDeclaration } from 'strapi-plugin-accountability/declare';
import { IMPLEMENTATION_STATES } from '../workflows/implementation-states';
import { type WordKey, word } from '../../words/word';
import { MODERATION_STATES } from '../workflows/moderation-states';

/** A code of a vocabulary; in all of them it means the same. */
type Code = WordKey<'vocabularies'>;

const values = (codes: readonly Code[]): ColumnValue[] =>
  codes.map((value) => ({ value, labels: word('vocabularies', value) }));

const valuesOf = (states: readonly StateDeclaration[]): ColumnValue[] =>
  states.map(({ code, labels }) => ({ value: code, labels }));

/** How far the work has come; moved by the implementation workflow. */
export const implementationStatuses = valuesOf(IMPLEMENTATION_STATES);

/** What becomes of a comment. */
export const moderationStatuses = valuesOf(MODERATION_STATES);

/** The government's own scale, as in its 2012-13 report. */
export const assessments = values([
  'fully-implemented',
  'mostly-implemented',
  'partially-implemented',
  'in-implementation',
  'not-implemented',
]);

export const datePrecisions = values(['day', 'month', 'season', 'quarter', 'year', 'none']);

export const organisationKinds = values([
  'central-government',
  'local-government',
  'legal-entity-public-law',
  'parliament',
  'judiciary',
  'independent-body',
  'civil-society',
  'international-organisation',
  'donor-programme',
  'academia',
  'private-sector',
  'media',
]);

/** Whose plan it is. */
export const planScopes = values(['national', 'local']);

/** What period a report covers. */
export const periodKinds = values(['annual', 'semi-annual', 'quarterly', 'mid-term', 'final']);

/** Who assessed. */
export const assessorKinds = values(['self', 'secretariat', 'independent', 'civil-society']);

/** The scales of the Independent Reporting Mechanism. */
export const ratingSchemes = values([
  'completion',
  'verifiability',
  'relevance',
  'potential-for-results',
  'early-results',
  'starred',
  'specificity',
  'did-it-open-government',
]);

/** The lists a theme can belong to. */
export const themeSchemes = values(['ogp-value', 'sdg', 'policy-area']);

/** In what role an organisation takes part. */
export const linkRoles = values(['responsible', 'partner']);

/** Every vocabulary an enumeration of the content takes its values from. A code means the same in all of them. */
export const vocabularies: readonly (readonly ColumnValue[])[] = [
  implementationStatuses,
  moderationStatuses,
  assessments,
  datePrecisions,
  organisationKinds,
  planScopes,
  periodKinds,
  assessorKinds,
  ratingSchemes,
  themeSchemes,
];
