/** Attributes the content type of comments has, by type; relations are named by the declaration. */
export const COMMENT_ATTRIBUTES = {
  authorName: 'string',
  authorEmail: 'email',
  body: 'text',
  language: 'string',
  official: 'boolean',
  wantsNotice: 'boolean',
  screeningScore: 'integer',
  screeningReasons: 'json',
  textFingerprint: 'string',
  subjectId: 'string',
  parentId: 'string',
  openReports: 'integer',
  reportedAt: 'datetime',
} as const;

/** Those no public address may give, filter or sort by: the content type has to say so too. */
export const PRIVATE_ATTRIBUTES: readonly (keyof typeof COMMENT_ATTRIBUTES)[] = [
  'authorEmail',
  'wantsNotice',
  'screeningScore',
  'screeningReasons',
  'textFingerprint',
  'subjectId',
  'parentId',
  'openReports',
  'reportedAt',
];

/** The relation of a reply to the comment it answers. */
export const PARENT = 'parent';

/** Longest and shortest texts, in characters as people count them (code points). */
export const LIMITS = {
  authorName: { least: 2, most: 80 },
  authorEmail: { least: 3, most: 254 },
  body: { least: 3, most: 4000 },
  details: { least: 0, most: 1000 },
} as const;
