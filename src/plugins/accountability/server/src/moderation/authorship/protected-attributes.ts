import { PARENT } from '../attributes';
import type { CommentsSettings } from '../definition';
import type { Word } from '../refusal';

/** An attribute of comments that only the moderation writes, and the message for other writes. */
export interface ProtectedAttribute {
  readonly name: string;
  readonly code: Word;
  readonly isRelation: boolean;
}

/** Written by reports while a form of the panel is open: an outdated value in a form is no attempt to change it. */
export const COUNTED: readonly string[] = ['openReports', 'reportedAt'];

const WRITTEN = ['authorName', 'authorEmail', 'body', 'language', 'wantsNotice'];
const OF_THE_SITE = [
  'screeningScore',
  'screeningReasons',
  'textFingerprint',
  'subjectId',
  'parentId',
  'createdAt',
];

const attributes = (names: readonly string[], code: Word, isRelation: boolean): ProtectedAttribute[] =>
  names.map((name) => ({ name, code, isRelation }));

/** Attributes of a stored comment that nobody may change, whoever wrote it. Pure. */
export const protectedAttributes = ({ subject, agency }: CommentsSettings): ProtectedAttribute[] => [
  ...attributes(WRITTEN, 'WRITTEN_BY_AUTHOR', false),
  ...attributes([subject.relation, PARENT], 'WRITTEN_BY_AUTHOR', true),
  ...officialAttributes({ agency }),
  ...attributes(OF_THE_SITE, 'WRITTEN_BY_SITE', false),
];

/** Attributes that make a comment the official answer of an agency. Pure. */
export const officialAttributes = ({ agency }: Pick<CommentsSettings, 'agency'>): ProtectedAttribute[] => [
  ...attributes(['official'], 'OFFICIAL_BY_ANSWER', false),
  ...attributes(agency ? [agency.relation] : [], 'OFFICIAL_BY_ANSWER', true),
];
