/** A field and its width in the form's twelve columns. */
type Cell = readonly [field: string, size: number];

export interface ViewDeclaration {
  /** Attribute that is an entry's title in lists and relations. */
  mainField: string;
  sortBy: string;
  sortOrder?: 'ASC' | 'DESC';
  list: readonly string[];
  edit: readonly (readonly Cell[])[];
  /** Fields whose row starts another card of the form. */
  cards: readonly string[];
  /** Read-only fields of the form. The server enforces this separately. */
  readOnly?: readonly string[];
}

/**
 * The attribute the server adds to a progress report in a form: its title. Reports have no attribute that is a
 * title.
 */
export const REPORT_TITLE = 'reportTitle';

/** How the admin panel shows each content type: columns of the list, rows of the form. */
export const VIEWS: Readonly<Record<string, ViewDeclaration>> = {
  'api::action-plan.action-plan': {
    mainField: 'title',
    sortBy: 'title',
    list: ['title', 'scope', 'timeframe', 'commitments', 'updatedAt'],
    edit: [
      [
        ['title', 8],
        ['code', 4],
      ],
      [
        ['scope', 4],
        ['jurisdiction', 8],
      ],
      [['slug', 12]],
      [['timeframe', 12]],
      [['timeframeNote', 12]],
      [['description', 12]],
      [['sourceUrl', 12]],
      [['commitments', 12]],
      [['identifiers', 12]],
    ],
    cards: ['timeframe', 'description', 'commitments', 'identifiers'],
  },
  'api::commitment.commitment': {
    mainField: 'title',
    sortBy: 'order',
    list: ['code', 'title', 'implementationStatus', 'leadAgencies', 'timeframe', 'updatedAt'],
    edit: [
      [
        ['title', 8],
        ['code', 4],
      ],
      [
        ['actionPlan', 8],
        ['order', 4],
      ],
      [['slug', 12]],
      [['description', 12]],
      [['problem', 12]],
      [['expectedResult', 12]],
      [['timeframe', 12]],
      [['timeframeNote', 12]],
      [['themes', 12]],
      [['leadAgencies', 12]],
      [['partners', 12]],
      [['progressReports', 12]],
      [['milestones', 12]],
      [['result', 12]],
      [['progress', 6]],
      [['identifiers', 12]],
      [
        ['commentsOpen', 6],
        ['sourceUpdatedOn', 6],
      ],
    ],
    cards: ['description', 'timeframe', 'themes', 'progressReports', 'identifiers'],
  },
  'api::milestone.milestone': {
    mainField: 'title',
    sortBy: 'code',
    list: ['code', 'title', 'implementationStatus', 'responsibleAgencies', 'timeframe', 'updatedAt'],
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
      [['responsibleAgencies', 12]],
      [['partners', 12]],
      [['result', 12]],
      [['progress', 6]],
      [['evidence', 12]],
      [['progressReports', 12]],
    ],
    cards: ['indicator', 'timeframe', 'responsibleAgencies', 'result'],
  },
  'api::progress-report.progress-report': {
    mainField: 'publishedOn',
    sortBy: 'publishedOn',
    sortOrder: 'DESC',
    list: ['period', 'commitment', 'milestone', 'implementationStatus', 'publishedOn'],
    edit: [
      [['commitment', 12]],
      [['milestone', 12]],
      [['period', 12]],
      [['publishedOn', 6]],
      [
        ['implementationStatus', 6],
        ['assessment', 6],
      ],
      [['narrative', 12]],
      [['challenges', 12]],
      [['evidence', 12]],
      [['assessorKind', 6]],
      [['assessorPartner', 12]],
      [['assessorName', 12]],
      [['ratings', 12]],
    ],
    cards: ['implementationStatus', 'narrative', 'assessorKind'],
  },
  'api::partner.partner': {
    mainField: 'name',
    sortBy: 'name',
    list: ['name', 'acronym', 'kind', 'ledCommitments', 'updatedAt'],
    edit: [
      [
        ['name', 8],
        ['acronym', 4],
      ],
      [
        ['kind', 6],
        ['slug', 6],
      ],
      [
        ['website', 6],
        ['contactEmail', 6],
      ],
      [['description', 12]],
      [['logo', 12]],
      [['ledCommitments', 12]],
      [['partnerCommitments', 12]],
      [['responsibleMilestones', 12]],
      [['partnerMilestones', 12]],
      [['assessedReports', 12]],
      [['identifiers', 12]],
    ],
    cards: ['website', 'ledCommitments', 'identifiers'],
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
    cards: ['commitments'],
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
    cards: ['language', 'moderationNote'],
    readOnly: [
      'authorName',
      'authorEmail',
      'body',
      'commitment',
      'parent',
      'official',
      'partner',
      'language',
      'wantsNotice',
      'screeningScore',
      'screeningReasons',
      'openReports',
      'reportedAt',
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
    mainField: 'scheme',
    edit: [
      [
        ['scheme', 6],
        ['value', 6],
      ],
      [['code', 6]],
    ],
  },
};

/** Title attribute of related entries in relation fields; names rather than numbers. */
export const RELATION_MAIN_FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(VIEWS).map(([uid, { mainField }]) => [uid, mainField]),
);
