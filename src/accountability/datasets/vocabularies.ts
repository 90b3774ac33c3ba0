import type { ColumnValue } from '../../plugins/accountability/server/src/open-data/dataset';

const values = (entries: readonly (readonly [value: string, ka: string, en: string])[]): ColumnValue[] =>
  entries.map(([value, ka, en]) => ({ value, labels: { ka, en } }));

/** How far the work has come; moved by the implementation workflow. */
export const implementationStatuses = values([
  ['not-started', 'არ დაწყებულა', 'Not started'],
  ['in-progress', 'მიმდინარეობს', 'In progress'],
  ['delayed', 'ყოვნდება', 'Delayed'],
  ['completed', 'დასრულდა', 'Completed'],
  ['suspended', 'შეჩერდა', 'Suspended'],
  ['withdrawn', 'გაუქმდა', 'Withdrawn'],
]);

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

export const reportKinds = values([
  ['annual', 'წლიური', 'Annual'],
  ['semi-annual', 'ნახევარწლიური', 'Semi-annual'],
  ['quarterly', 'კვარტალური', 'Quarterly'],
  ['mid-term', 'შუალედური', 'Mid-term'],
  ['final', 'საბოლოო', 'Final'],
]);
