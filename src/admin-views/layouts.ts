/** A field and how many of the form's twelve columns it takes. */
type Cell = readonly [field: string, size: number];

export interface ViewDeclaration {
  /** What an entry is called in lists and relations. */
  mainField: string;
  sortBy: string;
  sortOrder?: 'ASC' | 'DESC';
  list: readonly string[];
  edit: readonly (readonly Cell[])[];
}

/** How the admin panel shows each content type: columns of the list, rows of the form. */
export const VIEWS: Readonly<Record<string, ViewDeclaration>> = {
  'api::action-plan.action-plan': {
    mainField: 'title',
    sortBy: 'title',
    list: ['title', 'scope', 'jurisdiction', 'commitments'],
    edit: [
      [['title', 12]],
      [
        ['slug', 8],
        ['code', 4],
      ],
      [
        ['scope', 4],
        ['jurisdiction', 8],
      ],
      [['timeframe', 12]],
      [['timeframeNote', 12]],
      [['description', 12]],
      [['sourceUrl', 12]],
      [['commitments', 12]],
      [['identifiers', 12]],
    ],
  },
  'api::commitment.commitment': {
    mainField: 'title',
    sortBy: 'order',
    list: ['code', 'title', 'implementationStatus', 'assessment', 'actionPlan'],
    edit: [
      [
        ['title', 8],
        ['code', 4],
      ],
      [
        ['slug', 8],
        ['order', 4],
      ],
      [['description', 12]],
      [['problem', 12]],
      [['expectedResult', 12]],
      [['result', 12]],
      [['timeframe', 12]],
      [['timeframeNote', 12]],
      [
        ['actionPlan', 6],
        ['themes', 6],
      ],
      [
        ['leadAgencies', 6],
        ['partners', 6],
      ],
      [
        ['milestones', 6],
        ['progressReports', 6],
      ],
      [['identifiers', 12]],
      [['commentsOpen', 4]],
    ],
  },
  'api::milestone.milestone': {
    mainField: 'title',
    sortBy: 'code',
    list: ['code', 'title', 'implementationStatus', 'assessment', 'commitment'],
    edit: [
      [
        ['title', 8],
        ['code', 4],
      ],
      [
        ['commitment', 8],
        ['order', 4],
      ],
      [['indicator', 12]],
      [['timeframe', 12]],
      [['timeframeNote', 12]],
      [
        ['responsibleAgencies', 6],
        ['partners', 6],
      ],
      [['result', 12]],
      [['evidence', 12]],
      [['progressReports', 12]],
    ],
  },
  'api::progress-report.progress-report': {
    mainField: 'publishedOn',
    sortBy: 'publishedOn',
    sortOrder: 'DESC',
    list: ['commitment', 'milestone', 'implementationStatus', 'assessment', 'publishedOn'],
    edit: [
      [
        ['commitment', 6],
        ['milestone', 6],
      ],
      [['period', 12]],
      [
        ['implementationStatus', 6],
        ['assessment', 6],
      ],
      [['narrative', 12]],
      [['challenges', 12]],
      [['evidence', 12]],
      [
        ['assessorKind', 4],
        ['assessorPartner', 8],
      ],
      [['assessorName', 12]],
      [['ratings', 12]],
      [['publishedOn', 4]],
    ],
  },
  'api::partner.partner': {
    mainField: 'name',
    sortBy: 'name',
    list: ['name', 'acronym', 'kind', 'ledCommitments', 'partnerMilestones'],
    edit: [
      [
        ['name', 8],
        ['acronym', 4],
      ],
      [
        ['slug', 8],
        ['kind', 4],
      ],
      [
        ['website', 6],
        ['contactEmail', 6],
      ],
      [['description', 12]],
      [['logo', 12]],
      [['identifiers', 12]],
      [
        ['ledCommitments', 6],
        ['partnerCommitments', 6],
      ],
      [
        ['responsibleMilestones', 6],
        ['partnerMilestones', 6],
      ],
      [['assessedReports', 12]],
    ],
  },
  'api::theme.theme': {
    mainField: 'name',
    sortBy: 'code',
    list: ['scheme', 'code', 'name', 'commitments'],
    edit: [
      [
        ['scheme', 4],
        ['code', 4],
      ],
      [['name', 12]],
      [['uri', 12]],
      [['commitments', 12]],
    ],
  },
  'api::comment.comment': {
    mainField: 'authorName',
    sortBy: 'createdAt',
    sortOrder: 'DESC',
    list: ['authorName', 'body', 'moderationStatus', 'commitment', 'createdAt'],
    edit: [
      [
        ['authorName', 6],
        ['authorEmail', 6],
      ],
      [['body', 12]],
      [
        ['commitment', 6],
        ['parent', 6],
      ],
      [
        ['official', 4],
        ['partner', 8],
      ],
      [
        ['language', 4],
        ['wantsNotice', 4],
        ['screeningScore', 4],
      ],
      [['screeningReasons', 12]],
      [
        ['openReports', 4],
        ['reportedAt', 8],
      ],
      [['moderationNote', 12]],
      [
        ['moderatedAt', 6],
        ['moderatedBy', 6],
      ],
    ],
  },
};

/** The same for components, which have a form only. */
export const COMPONENT_VIEWS: Readonly<Record<string, Pick<ViewDeclaration, 'mainField' | 'edit'>>> = {
  'shared.timeframe': {
    mainField: 'startDate',
    edit: [
      [
        ['startDate', 6],
        ['startPrecision', 6],
      ],
      [
        ['endDate', 6],
        ['endPrecision', 6],
      ],
    ],
  },
  'shared.period': {
    mainField: 'year',
    edit: [
      [
        ['kind', 6],
        ['year', 6],
      ],
      [
        ['start', 6],
        ['end', 6],
      ],
    ],
  },
  'shared.evidence': { mainField: 'title', edit: [[['title', 12]], [['url', 12]], [['file', 12]]] },
  'shared.identifier': {
    mainField: 'value',
    edit: [
      [
        ['scheme', 4],
        ['value', 8],
      ],
      [['url', 12]],
    ],
  },
  'shared.rating': {
    mainField: 'value',
    edit: [
      [
        ['scheme', 6],
        ['value', 6],
      ],
      [['code', 6]],
    ],
  },
};

/** What a related entry is called in a relation's field; names of people and places beat numbers. */
export const RELATION_MAIN_FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(VIEWS).map(([uid, { mainField }]) => [uid, mainField]),
);
