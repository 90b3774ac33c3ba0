import type { ColumnValue, StateDeclaration } from 'strapi-plugin-accountability/declare';
import { IMPLEMENTATION_STATES } from '../workflows/implementation-states';
import { MODERATION_STATES } from '../workflows/moderation-states';

const values = (entries: readonly (readonly [value: string, ka: string, en: string])[]): ColumnValue[] =>
  entries.map(([value, ka, en]) => ({ value, labels: { ka, en } }));

const valuesOf = (states: readonly StateDeclaration[]): ColumnValue[] =>
  states.map(({ code, labels }) => ({ value: code, labels }));

/** How far the work has come; moved by the implementation workflow. */
export const implementationStatuses = valuesOf(IMPLEMENTATION_STATES);

/** What becomes of a comment. */
export const moderationStatuses = valuesOf(MODERATION_STATES);

/** The government's own scale, as in its 2012-13 report. */
export const assessments = values([
  ['fully-implemented', 'სრულად შესრულდა', 'Fully implemented'],
  ['mostly-implemented', 'უმეტესად შესრულდა', 'Mostly implemented'],
  ['partially-implemented', 'ნაწილობრივ შესრულდა', 'Partially implemented'],
  ['in-implementation', 'განხორციელების პროცესშია', 'In the process of implementation'],
  ['not-implemented', 'არ შესრულდა', 'Not implemented'],
]);

export const datePrecisions = values([
  ['day', 'დღე', 'Day'],
  ['month', 'თვე', 'Month'],
  ['season', 'სეზონი', 'Season'],
  ['quarter', 'კვარტალი', 'Quarter'],
  ['year', 'წელი', 'Year'],
  ['none', 'არ არის მითითებული', 'Not specified'],
]);

export const organisationKinds = values([
  ['central-government', 'ცენტრალური ხელისუფლების ორგანო', 'Central government body'],
  ['local-government', 'ადგილობრივი თვითმმართველობა', 'Local self-government body'],
  ['legal-entity-public-law', 'საჯარო სამართლის იურიდიული პირი', 'Legal entity of public law'],
  ['parliament', 'პარლამენტი', 'Parliament'],
  ['judiciary', 'სასამართლო', 'Judiciary'],
  ['independent-body', 'დამოუკიდებელი ორგანო', 'Independent body'],
  ['civil-society', 'სამოქალაქო საზოგადოების ორგანიზაცია', 'Civil society organisation'],
  ['international-organisation', 'საერთაშორისო ორგანიზაცია', 'International organisation'],
  ['donor-programme', 'დონორის პროგრამა', 'Donor programme'],
  ['academia', 'აკადემიური დაწესებულება', 'Academia'],
  ['private-sector', 'კერძო სექტორი', 'Private sector'],
  ['media', 'მედია', 'Media'],
]);

/** Whose plan it is. */
export const planScopes = values([
  ['national', 'ეროვნული', 'National'],
  ['local', 'ადგილობრივი', 'Local'],
]);

/** What period a report covers. */
export const periodKinds = values([
  ['annual', 'წლიური', 'Annual'],
  ['semi-annual', 'ნახევარწლიური', 'Semi-annual'],
  ['quarterly', 'კვარტალური', 'Quarterly'],
  ['mid-term', 'შუალედური', 'Mid-term'],
  ['final', 'საბოლოო', 'Final'],
]);

/** Who assessed. */
export const assessorKinds = values([
  ['self', 'თავად უწყება', 'The agency itself'],
  ['secretariat', 'სამოქმედო გეგმის სამდივნო', 'The secretariat of the plan'],
  ['independent', 'დამოუკიდებელი შემფასებელი', 'Independent assessor'],
  ['civil-society', 'სამოქალაქო საზოგადოების ორგანიზაცია', 'Civil society organisation'],
]);

/** The scales of the Independent Reporting Mechanism. */
export const ratingSchemes = values([
  ['completion', 'შესრულების დონე', 'Completion'],
  ['verifiability', 'გადამოწმებადობა', 'Verifiability'],
  ['relevance', 'კავშირი OGP-ის ღირებულებებთან', 'Relevance to OGP values'],
  ['potential-for-results', 'შედეგის პოტენციალი', 'Potential for results'],
  ['early-results', 'პირველი შედეგები', 'Early results'],
]);

/** The lists a theme can belong to. */
export const themeSchemes = values([
  ['ogp-value', 'OGP მიმართულება', 'OGP value'],
  ['sdg', 'მდგრადი განვითარების მიზანი', 'Sustainable Development Goal'],
  ['policy-area', 'პოლიტიკის სფერო', 'Policy area'],
]);

/** In what role an organisation takes part. */
export const linkRoles = values([
  ['responsible', 'პასუხისმგებელი', 'Responsible'],
  ['partner', 'პარტნიორი', 'Partner'],
]);

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
