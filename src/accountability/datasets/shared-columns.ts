import type { ColumnDeclaration, LocalizedText } from 'strapi-plugin-accountability/declare';
import { TERMINAL_STATES } from '../workflows/implementation-states';
import { assessments, datePrecisions, implementationStatuses } from './vocabularies';

/** What the values of a column are called where linked data meet. */
export const TITLE = 'http://purl.org/dc/terms/title';
export const DESCRIPTION = 'http://purl.org/dc/terms/description';

/** What every dataset of an action plan's promises is about. */
export const planKeywords: readonly LocalizedText[] = [
  { ka: 'ღია მმართველობა', en: 'open government' },
  { ka: 'ღია მმართველობის პარტნიორობა', en: 'Open Government Partnership' },
  { ka: 'ანგარიშვალდებულება', en: 'accountability' },
];

/** Between the values of a list in one CSV cell. */
export const CODES = '|';

export const idColumn: ColumnDeclaration = {
  name: 'id',
  type: 'string',
  source: 'documentId',
  propertyUrl: 'http://purl.org/dc/terms/identifier',
  labels: { ka: 'იდენტიფიკატორი', en: 'Identifier' },
  description: {
    ka: 'ჩანაწერის მუდმივი იდენტიფიკატორი ამ საიტზე; ის არ იცვლება ხელახალი გამოქვეყნებისას.',
    en: 'Permanent identifier of the record on this site; it stays the same when the record is published anew.',
  },
};

export const codeColumn = (of: { ka: string; en: string }): ColumnDeclaration => ({
  name: 'code',
  type: 'string',
  source: 'code',
  labels: { ka: 'კოდი', en: 'Code' },
  description: {
    ka: `${of.ka} ნომერი სამოქმედო გეგმაში. ეს ტექსტია და არა რიცხვი, მაგალითად 2.2.1.`,
    en: `Number of the ${of.en} in the action plan. It is text and not a number, such as 2.2.1.`,
  },
});

export const slugColumn: ColumnDeclaration = {
  name: 'slug',
  type: 'string',
  source: 'slug',
  unique: true,
  labels: { ka: 'მისამართის სახელი', en: 'Slug' },
  description: {
    ka: 'ჩანაწერის სახელი საიტის მისამართებში.',
    en: 'Name of the record in the addresses of the site.',
  },
};

export const identifiersColumn: ColumnDeclaration = {
  name: 'identifiers',
  type: 'string',
  source: 'identifiers.scheme:value',
  separator: CODES,
  labels: { ka: 'იდენტიფიკატორები სხვა რეესტრებში', en: 'Identifiers in other registers' },
  description: {
    ka: 'ჩანაწერის ნომრები სხვა რეესტრებში, თითოეული სახით „რეესტრი:ნომერი“. ერთი ნომერი შეიძლება ორ ჩანაწერს ჰქონდეს.',
    en: 'Numbers of the record in other registers, each as "register:number". Two records may share a number.',
  },
};

export const precisionDescription = {
  ka: 'რამდენად ზუსტია თარიღი: თვის სიზუსტით მითითებული 2018-10-01 ნიშნავს 2018 წლის ოქტომბერს და არა კონკრეტულ დღეს.',
  en: 'How exact the date is: 2018-10-01 at month precision means October 2018 and no particular day.',
};

export const timeframeColumns: readonly ColumnDeclaration[] = [
  {
    name: 'start_date',
    type: 'date',
    source: 'timeframe.startDate',
    labels: { ka: 'დაწყების თარიღი', en: 'Start date' },
    description: {
      ka: 'იმ პერიოდის პირველი დღე, რომელშიც სამუშაო იწყება; სიზუსტე იხილეთ სვეტში start_precision.',
      en: 'First day of the period in which the work starts; start_precision says how exact it is.',
    },
  },
  {
    name: 'start_precision',
    type: 'enum',
    source: 'timeframe.startPrecision',
    values: datePrecisions,
    labels: { ka: 'დაწყების თარიღის სიზუსტე', en: 'Precision of the start date' },
    description: precisionDescription,
  },
  {
    name: 'end_date',
    type: 'date',
    source: 'timeframe.endDate',
    labels: { ka: 'დასრულების თარიღი', en: 'End date' },
    description: {
      ka: 'იმ პერიოდის პირველი დღე, რომელშიც სამუშაო სრულდება; სიზუსტე იხილეთ სვეტში end_precision.',
      en: 'First day of the period in which the work ends; end_precision says how exact it is.',
    },
  },
  {
    name: 'end_precision',
    type: 'enum',
    source: 'timeframe.endPrecision',
    values: datePrecisions,
    labels: { ka: 'დასრულების თარიღის სიზუსტე', en: 'Precision of the end date' },
    description: precisionDescription,
  },
  {
    name: 'timeframe_note',
    type: 'text',
    source: 'timeframeNote',
    localized: true,
    labels: { ka: 'ვადის განმარტება', en: 'Note on the time frame' },
    description: {
      ka: 'ვადა წყაროს სიტყვებით, თუ ის თარიღზე მეტს ამბობს: „უვადო“, „2015 წლის გაზაფხული“.',
      en: 'The time frame in the words of the source where they say more than a date: "ongoing", "Spring 2015".',
    },
  },
];

/** @param what what the text says, without its full stop */
export const resultColumn = (what: { ka: string; en: string }): ColumnDeclaration => ({
  name: 'result',
  type: 'text',
  source: 'result',
  localized: true,
  labels: { ka: 'შედეგი', en: 'Result' },
  description: {
    ka: `${what.ka}; ტექსტი შეიძლება შეიცავდეს Markdown-ის ნიშნებს.`,
    en: `${what.en}; the text may hold Markdown.`,
  },
});

export const overdueColumn: ColumnDeclaration = {
  name: 'overdue',
  type: 'boolean',
  source: 'timeframe.endDate:endPrecision',
  hasPassed: { unless: 'implementationStatus', isOneOf: TERMINAL_STATES },
  labels: { ka: 'ვადაგადაცილებული', en: 'Overdue' },
  description: {
    ka: 'გავიდა თუ არა ვადის ბოლო შესაძლო დღე ისე, რომ სამუშაო არც დასრულდა და არც გაუქმდა. გამოითვლება ფაილის შექმნისას.',
    en: 'Whether the last day the end can mean has passed while the work is neither completed nor withdrawn. Worked out when the file is made.',
  },
};

export const statusColumns: readonly ColumnDeclaration[] = [
  {
    name: 'implementation_status',
    type: 'enum',
    source: 'implementationStatus',
    values: implementationStatuses,
    labels: { ka: 'შესრულების სტატუსი', en: 'Implementation status' },
    description: {
      ka: 'რა ეტაპზეა სამუშაო. სტატუსი და შეფასება ორი სხვადასხვა რამაა და ერთი მეორიდან არ გამომდინარეობს.',
      en: 'How far the work has come. Status and assessment are two things; neither follows from the other.',
    },
  },
  {
    name: 'assessment',
    type: 'enum',
    source: 'assessment',
    values: assessments,
    labels: { ka: 'შეფასება', en: 'Assessment' },
    description: {
      ka: 'მთავრობის შეფასება: რამდენად შესრულდა დაპირებული. ცარიელია, თუ შეფასება ჯერ არ არის.',
      en: 'The government’s judgement on how far the promise was kept. Empty as long as there is none.',
    },
  },
];

export const orderColumn: ColumnDeclaration = {
  name: 'order',
  type: 'integer',
  source: 'order',
  labels: { ka: 'რიგითობა', en: 'Order' },
  description: {
    ka: 'ჩანაწერის ადგილი სიაში, სადაც ის საიტზე ჩანს.',
    en: 'Place of the record in the list it is shown in on the site.',
  },
};

/** When the source was brought up to date, beside the system's own `updated_at`. */
export const sourceDateColumns: readonly ColumnDeclaration[] = [
  {
    name: 'source_updated_on',
    type: 'date',
    source: 'sourceUpdatedOn',
    labels: { ka: 'წყაროს განახლების თარიღი', en: 'Updated by the source on' },
    description: {
      ka: 'დღე, როდესაც წყაროს მიხედვით იქ ინფორმაცია განახლდა; ცარიელია, თუ ჩანაწერი სხვა წყაროდან არ არის.',
      en: 'Day on which the source says it was brought up to date; empty where the record was not taken from one.',
    },
  },
  {
    name: 'source_recorded_at',
    type: 'datetime',
    source: 'sourceRecordedAt',
    labels: { ka: 'წყაროდან აღირიცხა', en: 'Taken over from the source at' },
    description: {
      ka: 'რა დრომდეა ჩანაწერი ისეთი, როგორიც წყაროშია (UTC). თუ updated_at უფრო გვიანია, ჩანაწერი მას შემდეგ აქ შეიცვალა.',
      en: 'Up to when the record is as the source has it (UTC). A later updated_at means that it has been changed here since.',
    },
  },
];

export const updatedAtColumn: ColumnDeclaration = {
  name: 'updated_at',
  type: 'datetime',
  source: 'updatedAt',
  required: true,
  propertyUrl: 'http://purl.org/dc/terms/modified',
  labels: { ka: 'განახლებულია', en: 'Updated' },
  description: {
    ka: 'გამოქვეყნებული ჩანაწერის ბოლო ცვლილების დრო ნებისმიერ ენაზე, მსოფლიო კოორდინირებული დროით (UTC).',
    en: 'When the published record last changed in any language, in Coordinated Universal Time (UTC).',
  },
};

interface OrganisationColumns {
  /** Beginning of the column names: `lead_agency`. */
  readonly name: string;
  /** Attribute of the relation. */
  readonly relation: string;
  readonly ids: { readonly ka: string; readonly en: string };
  readonly names: { readonly ka: string; readonly en: string };
  readonly languages: { readonly ka: string; readonly en: string };
  readonly what: { readonly ka: string; readonly en: string };
}

/** Columns for a list of organisations that line up: their ids, their names, and the languages of these. */
export const organisationColumns = (of: OrganisationColumns): readonly ColumnDeclaration[] => [
  {
    name: `${of.name}_ids`,
    type: 'string',
    source: `${of.relation}.documentId`,
    references: { dataset: 'partners', column: 'id' },
    separator: CODES,
    labels: of.ids,
    description: {
      ka: `${of.what.ka} იდენტიფიკატორები მონაცემთა ნაკრებიდან partners; CSV-ში მათ ნიშანი | ჰყოფს.`,
      en: `Ids of ${of.what.en}, as in dataset partners; in CSV divided by |.`,
    },
  },
  {
    name: `${of.name}_names`,
    type: 'string',
    source: `${of.relation}.name`,
    localized: true,
    separator: CODES,
    labels: of.names,
    description: {
      ka: `${of.what.ka} სახელები, იმავე რიგით, რომლითაც ${of.name}_ids; CSV-ში მათ ნიშანი | ჰყოფს. უთარგმნელი სახელი სხვა ენაზეა მოცემული: რომელზე, სვეტი ${of.name}_name_languages ამბობს.`,
      en: `Names of ${of.what.en}, in the order of ${of.name}_ids; in CSV divided by |. A name without translation is given in another language: column ${of.name}_name_languages says which.`,
    },
  },
  {
    name: `${of.name}_name_languages`,
    type: 'string',
    source: `${of.relation}.name`,
    localized: true,
    tells: 'language',
    separator: CODES,
    filterable: false,
    labels: of.languages,
    description: {
      ka: `ენები, რომლებზეც ${of.what.ka} სახელებია მოცემული, იმავე რიგით; CSV-ში მათ ნიშანი | ჰყოფს.`,
      en: `Languages the names of ${of.what.en} are given in, in the same order; in CSV divided by |.`,
    },
  },
];

export const partnerColumns = organisationColumns({
  name: 'partner',
  relation: 'partners',
  ids: { ka: 'პარტნიორი ორგანიზაციების იდენტიფიკატორები', en: 'Ids of the partner organisations' },
  names: { ka: 'პარტნიორი ორგანიზაციები', en: 'Partner organisations' },
  languages: { ka: 'პარტნიორი ორგანიზაციების სახელების ენები', en: 'Languages of the partners’ names' },
  what: { ka: 'პარტნიორი ორგანიზაციების', en: 'the partner organisations' },
});
