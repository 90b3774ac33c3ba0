import { defineDataset } from 'strapi-plugin-accountability/declare';
import { CODES, idColumn, planKeywords, statusColumns, updatedAtColumn } from './shared-columns';
import { assessorKinds, periodKinds } from './vocabularies';

export const progressReports = defineDataset({
  name: 'progress-reports',
  contentType: 'api::progress-report.progress-report',
  key: 'id',
  labels: { ka: 'ანგარიშები', en: 'Progress reports' },
  description: {
    ka: 'ანგარიშები იმის შესახებ, თუ რა გაკეთდა საანგარიშო პერიოდში. ანგარიშები ინახება და ერთმანეთს არ ცვლის.',
    en: 'Reports on what was done in a reporting period. Reports are kept; none replaces another.',
  },
  keywords: [...planKeywords, { ka: 'ანგარიში', en: 'progress report' }],
  temporal: { start: 'period_start', end: 'period_end' },
  columns: [
    idColumn,
    {
      name: 'commitment_id',
      type: 'string',
      source: 'commitment.documentId',
      references: { dataset: 'commitments', column: 'id' },
      labels: { ka: 'ვალდებულების იდენტიფიკატორი', en: 'Id of the commitment' },
      description: {
        ka: 'ვალდებულება, რომელსაც ანგარიში ეხება; იხილეთ მონაცემთა ნაკრები commitments.',
        en: 'The commitment the report is about; see dataset commitments.',
      },
    },
    {
      name: 'milestone_id',
      type: 'string',
      source: 'milestone.documentId',
      references: { dataset: 'milestones', column: 'id' },
      labels: { ka: 'ეტაპის იდენტიფიკატორი', en: 'Id of the milestone' },
      description: {
        ka: 'ეტაპი, თუ ანგარიში ერთ ეტაპს ეხება; იხილეთ მონაცემთა ნაკრები milestones.',
        en: 'The milestone where the report is about one of them only; see dataset milestones.',
      },
    },
    {
      name: 'period_kind',
      type: 'enum',
      source: 'period.kind',
      values: periodKinds,
      labels: { ka: 'ანგარიშის სახე', en: 'Kind of period' },
      description: { ka: 'რა პერიოდს მოიცავს ანგარიში.', en: 'What kind of period the report covers.' },
    },
    {
      name: 'period_year',
      type: 'integer',
      source: 'period.year',
      labels: { ka: 'საანგარიშო წელი', en: 'Year' },
      description: { ka: 'წელი, რომელსაც ანგარიში ეხება.', en: 'Year the report is about.' },
    },
    {
      name: 'period_start',
      type: 'date',
      source: 'period.start',
      labels: { ka: 'პერიოდის პირველი დღე', en: 'Start of the period' },
      description: { ka: 'საანგარიშო პერიოდის პირველი დღე.', en: 'First day of the reporting period.' },
    },
    {
      name: 'period_end',
      type: 'date',
      source: 'period.end',
      labels: { ka: 'პერიოდის ბოლო დღე', en: 'End of the period' },
      description: { ka: 'საანგარიშო პერიოდის ბოლო დღე.', en: 'Last day of the reporting period.' },
    },
    ...statusColumns,
    {
      name: 'narrative',
      type: 'text',
      source: 'narrative',
      localized: true,
      labels: { ka: 'არსებული პროგრესი', en: 'Progress' },
      description: {
        ka: 'რა გაკეთდა; ტექსტი შეიძლება შეიცავდეს Markdown-ის ნიშნებს.',
        en: 'What was done; the text may hold Markdown.',
      },
    },
    {
      name: 'challenges',
      type: 'text',
      source: 'challenges',
      localized: true,
      labels: { ka: 'გამოწვევები', en: 'Challenges' },
      description: {
        ka: 'რამ შეუშალა ხელი; ტექსტი შეიძლება შეიცავდეს Markdown-ის ნიშნებს.',
        en: 'What stood in the way; the text may hold Markdown.',
      },
    },
    {
      name: 'evidence',
      type: 'string',
      source: 'evidence.title:url',
      separator: '\n',
      labels: { ka: 'მტკიცებულება', en: 'Evidence' },
      description: {
        ka: 'დოკუმენტები და გვერდები, რომლებიც ნათქვამს ადასტურებს, თითოეული სახით „სათაური:მისამართი“, თითო სტრიქონზე.',
        en: 'Documents and pages that prove what is said, each as "title:address", one a line.',
      },
    },
    {
      name: 'assessor_kind',
      type: 'enum',
      source: 'assessorKind',
      values: assessorKinds,
      labels: { ka: 'შემფასებლის სახე', en: 'Kind of assessor' },
      description: { ka: 'ვინ შეაფასა შესრულება.', en: 'Who assessed the implementation.' },
    },
    {
      name: 'assessor_id',
      type: 'string',
      source: 'assessorPartner.documentId',
      references: { dataset: 'partners', column: 'id' },
      labels: { ka: 'შემფასებლის იდენტიფიკატორი', en: 'Id of the assessor' },
      description: {
        ka: 'ორგანიზაცია, რომელმაც შეაფასა; იხილეთ მონაცემთა ნაკრები partners.',
        en: 'The organisation that assessed; see dataset partners.',
      },
    },
    {
      name: 'assessor_name',
      type: 'string',
      source: 'assessorName',
      localized: true,
      labels: { ka: 'შემფასებელი', en: 'Assessor' },
      description: {
        ka: 'შემფასებლის სახელი ანგარიშის სიტყვებით.',
        en: 'Name of the assessor in the words of the report.',
      },
    },
    {
      name: 'ratings',
      type: 'string',
      source: 'ratings.scheme:code:value',
      separator: CODES,
      labels: { ka: 'დამოუკიდებელი შეფასებები', en: 'Independent ratings' },
      description: {
        ka: 'დამოუკიდებელი მექანიზმის შეფასებები, თითოეული სახით „სკალა:კოდი:გამოქვეყნებული სიტყვა“.',
        en: 'Ratings of the independent mechanism, each as "scheme:code:value as published".',
      },
    },
    {
      name: 'published_on',
      type: 'date',
      source: 'publishedOn',
      labels: { ka: 'გამოქვეყნების თარიღი', en: 'Published on' },
      description: { ka: 'დღე, როცა ანგარიში გამოქვეყნდა.', en: 'Day on which the report was published.' },
    },
    updatedAtColumn,
  ],
});
