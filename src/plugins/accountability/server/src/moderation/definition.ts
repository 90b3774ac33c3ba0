import type { LocalizedText } from '../datasets/declaration';
import type { NoticesDeclaration } from './notices/config';

/**
 * What an application says of its comments. Their content type and the workflow they go through are all it must
 * name. The plugin adds the attributes of `attributes.ts` to the content type; the field of the workflow and the
 * relations named here are the application's.
 */
export interface CommentsDeclaration {
  /** Uid of the comments' content type: without drafts, not localized. */
  readonly contentType: string;
  /** The workflow a comment goes through, and what of it moderation has to know; its name is enough. */
  readonly workflow: string | CommentsWorkflow;
  /**
   * What is commented on. Default: what the only relation of the content type to one document of another content type
   * of the application leads to, the relation to agencies aside.
   */
  readonly subject?: CommentsSubject;
  /** Who an official answer is given for; without it answers are given for the publisher of the site. */
  readonly agency?: {
    /** The relation of comments to agencies. */
    readonly relation: string;
    /** The attribute with an agency's name. */
    readonly name: string;
  };
  /** Whether comments may be written at all. Default: true. */
  readonly open?: boolean;
  /** Name of the form's field that people do not see and leave empty. Default: `website`. */
  readonly honeypot?: string;
  readonly challenge?: Partial<ChallengeSettings>;
  readonly rates?: Partial<RateSettings>;
  readonly screening?: Partial<ScreeningSettings>;
  /** Why a reader may report a comment. Default: the reasons the plugin ships. */
  readonly reportReasons?: readonly ReportReason[];
  readonly keepDays?: Partial<KeepDays>;
  /** Mails to moderators and authors. Default: none are sent. */
  readonly notices?: Partial<NoticesDeclaration>;
}

export interface CommentsWorkflow {
  readonly name: string;
  /** The state in which comments are public. Default: `approved`. */
  readonly approved?: string;
  /** The transition to what a screening takes for spam. Default: `mark-spam`. */
  readonly markSpam?: string;
  /** Letters that make moves in the moderators' queue, by transition; moves from one state differ in theirs. */
  readonly keys?: Readonly<Record<string, string>>;
}

export interface CommentsSubject {
  readonly contentType: string;
  /** The relation of comments to it. */
  readonly relation: string;
  /** Its boolean attribute that opens its comments; without one they are always open. */
  readonly open?: string;
  /** Its relation to the agencies that lead it; an official answer offers the only one. */
  readonly leads?: string;
}

export interface ChallengeSettings {
  /** False: comments are taken without proof of work. Default: true. */
  readonly required: boolean;
  /** How dear one attempt is: iterations of PBKDF2. A solution takes 256 of them on average. Default: 5000. */
  readonly cost: number;
  /** For how many minutes a challenge holds. Default: 60. */
  readonly minutes: number;
}

/** How many comments and reports are taken in so many minutes; 0 for any number. */
export interface RateSettings {
  /** Default: 10. */
  readonly minutes: number;
  /** Whatever is sent to the forms, refused or not; counted by each instance for itself. Default: 60. */
  readonly attemptsPerAddress: number;
  /** Default: 10. */
  readonly perAddress: number;
  /** Default: 120. */
  readonly perSubject: number;
  /** Default: 10. */
  readonly reportsPerAddress: number;
}

export interface ScreeningSettings {
  /** From this score on a comment is taken to be of a bot: 100 is certain, and the default. */
  readonly spamAt: number;
  /** Seconds in which nobody fills in a form. Default: 3. */
  readonly quickestSeconds: number;
  /** How many links are nothing unusual. Default: 2. */
  readonly links: number;
  /** Texts count as repeated within so many days. Default: 7. */
  readonly repeatedDays: number;
  /** Words that are seldom meant well, by language; those of every language are looked for. Default: none. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export interface ReportReason {
  /** kebab-case. */
  readonly code: string;
  readonly labels: LocalizedText;
}

/** After how many days the e-mail address is taken from a comment, and reports from the database; 0 for never. */
export interface KeepDays {
  /** Default: 365. */
  readonly addresses: number;
  /** Default: 365. */
  readonly reports: number;
}

/** A declaration with its defaults filled in, as far as they do not come from the content types. */
export interface ParsedComments {
  readonly contentType: string;
  readonly workflow: CommentsWorkflow & { readonly approved: string; readonly markSpam: string };
  readonly subject?: CommentsSubject;
  readonly agency?: CommentsDeclaration['agency'];
  readonly open: boolean;
  readonly honeypot: string;
  readonly challenge: ChallengeSettings;
  readonly rates: RateSettings;
  readonly screening: ScreeningSettings;
  readonly reportReasons: readonly ReportReason[];
  readonly keepDays: KeepDays;
  readonly notices: NoticesDeclaration;
}

/** A declaration with all its defaults filled in. */
export interface CommentsSettings extends ParsedComments {
  readonly subject: CommentsSubject;
}

/** Declares the comments of a site; the types are all it adds. */
export const defineComments = <const Declaration extends CommentsDeclaration>(
  declaration: Declaration,
): Declaration => declaration;
