import {
  type ColumnValue,
  defineVocabulary,
  type StateDeclaration,
  type VocabularyDeclaration,
} from 'strapi-plugin-accountability/declare';
import {
  assessmentScaleSetting,
  assessmentsRenamedSetting,
  ratingSchemesSetting,
} from '../settings/vocabularies';
import { ASSESSMENT_SCALES } from './vocabularies/assessment-scales';
import { valuesOf } from './vocabularies/codes';
import { RATING_SCHEMES } from './vocabularies/rating-schemes';
import { IMPLEMENTATION_STATES } from './workflows/implementation-states';
import { MODERATION_STATES } from './workflows/moderation-states';

const valuesOfStates = (states: readonly StateDeclaration[]): ColumnValue[] =>
  states.map(({ code, labels }) => ({ value: code, labels }));

/** How far the work has come; moved by the implementation workflow. */
export const implementationStatuses = valuesOfStates(IMPLEMENTATION_STATES);

/** What becomes of a comment. */
export const moderationStatuses = valuesOfStates(MODERATION_STATES);

/** The scale the site has chosen for its own assessments. */
export const assessmentScale = assessmentScaleSetting(process.env);
export const assessments = valuesOf(assessmentScale.codes);

export const datePrecisions = valuesOf(['day', 'month', 'season', 'quarter', 'year', 'none']);

export const organisationKinds = valuesOf([
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
export const planScopes = valuesOf(['national', 'local']);

/** What period a report covers. */
export const periodKinds = valuesOf(['annual', 'semi-annual', 'quarterly', 'mid-term', 'final']);

/** Who assessed. */
export const assessorKinds = valuesOf(['self', 'secretariat', 'independent', 'civil-society']);

/** What the site shows of what the Independent Reporting Mechanism rates. */
export const ratingSchemesWithValues = ratingSchemesSetting(process.env);
export const ratingSchemes = valuesOf(ratingSchemesWithValues.map(({ code }) => code));

/** The lists a theme can belong to. */
export const themeSchemes = valuesOf(['ogp-value', 'sdg', 'policy-area']);

/** In what role an organisation takes part. */
export const linkRoles = valuesOf(['responsible', 'partner']);

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

/** What of the schemas the settings decide, see `docs/vocabularies.md`. */
export const chosenVocabularies: readonly VocabularyDeclaration[] = [
  defineVocabulary({
    name: 'ASSESSMENT_SCALE',
    codes: assessmentScale.codes,
    attributes: [
      'api::commitment.commitment',
      'api::milestone.milestone',
      'api::progress-report.progress-report',
    ].map((model) => ({ model, attribute: 'assessment' })),
    renamed: assessmentsRenamedSetting(process.env),
    remedy:
      `set ASSESSMENT_SCALE to the scale they are of (${ASSESSMENT_SCALES.map(({ name }) => name).join(', ')}), or say in ` +
      'ASSESSMENT_RENAMED which code takes the place of each, as in fully-implemented:completed',
  }),
  defineVocabulary({
    name: 'RATING_SCHEMES',
    codes: ratingSchemesWithValues.map(({ code }) => code),
    attributes: [{ model: 'shared.rating', attribute: 'scheme' }],
    remedy: `name these too, or leave RATING_SCHEMES empty for all ${RATING_SCHEMES.length} of them`,
  }),
];
