import type { LocalizedText } from '../datasets/declaration';
import type { NoticesDeclaration } from './notices/config';

/**
 * An application's declaration of comments. Their content type and workflow are mandatory. The plugin adds the
 * attributes of `attributes.ts` to the content type; the field of the workflow and the relations named here are the
 * application's.
 */
export interface CommentsDeclaration {
  /** Uid of the comments' content type: without drafts, not localized. */
  readonly contentType: string;
  /** The workflow of a comment, and the parts of it moderation needs; its name is enough. */
  readonly workflow: string | CommentsWorkflow;
  /**
   * The commented content type. Default: the target of the only to-one relation to another content type of the
   * application, agencies aside.
   */
  readonly subject?: CommentsSubject;
  /** The agency of an official answer; without it answers are given for the publisher of the site. */
  readonly agency?: {
    /** The relation of comments to agencies. */
    readonly relation: string;
    /** The attribute with an agency's name. */
    readonly name: string;
  };
  /** Whether comments may be written at all. Default: true. */
  readonly open?: boolean;
  /** Name of the form's honeypot field. Default: `website`. */
  readonly honeypot?: string;
  readonly challenge?: Partial<ChallengeSettings>;
  readonly rates?: Partial<RateSettings>;
  readonly screening?: Partial<ScreeningSettings>;
  /** Reasons for a report. Default: the reasons the plugin ships. */
  readonly reportReasons?: readonly ReportReason[];
  readonly keepDays?: Partial<KeepDays>;
  /** Mails to moderators and authors. Default: none are sent. */
  readonly notices?: Partial<NoticesDeclaration>;
}

export interface CommentsWorkflow {
  readonly name: string;
  /** The state in which comments are public. Default: `approved`. */
  readonly approved?: string;
  /** The transition for comments the screening takes for spam. Default: `mark-spam`. */
  readonly markSpam?: string;
  /** Keyboard shortcuts of moves in the moderators' queue, by transition; moves from one state differ in theirs. */
  readonly keys?: Readonly<Record<string, string>>;
}

export interface CommentsSubject {
  readonly contentType: string;
  /** The relation of comments to it. */
  readonly relation: string;
  /** Its boolean attribute that opens its comments; without one they are always open. */
  readonly open?: string;
  /** Its relation to the agencies that lead it; an official answer preselects the only one. */
  readonly leads?: string;
}

export interface ChallengeSettings {
  /** False: comments need no proof of work. Default: true. */
  readonly required: boolean;
  /** Cost of one attempt: iterations of PBKDF2. A solution takes 256 attempts on average. Default: 5000. */
  readonly cost: number;
  /** Lifetime of a challenge in minutes. Default: 60. */
  readonly minutes: number;
}

/** Rate limits: comments and reports within so many minutes; 0 for no limit. */
export interface RateSettings {
  /** Default: 10. */
  readonly minutes: number;
  /** All requests to the forms, refused or not; counted per instance. Default: 60. */
  readonly attemptsPerAddress: number;
  /** Default: 10. */
  readonly perAddress: number;
  /** Default: 120. */
  readonly perSubject: number;
  /** Default: 10. */
  readonly reportsPerAddress: number;
}

export interface ScreeningSettings {
  /** Score from which a comment counts as spam: 100 is certain, and the default. */
  readonly spamAt: number;
  /** Seconds below which a form was filled in too fast. Default: 3. */
  readonly quickestSeconds: number;
  /** Number of links that is not suspicious. Default: 2. */
  readonly links: number;
  /** Days within which a text counts as repeated. Default: 7. */
  readonly repeatedDays: number;
  /** Words typical of spam, by language; all languages are searched. Default: none. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export interface ReportReason {
  /** kebab-case. */
  readonly code: string;
  readonly labels: LocalizedText;
}

/** Days after which the e-mail address is removed from a comment, and reports are deleted; 0 for never. */
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

/** Declares the comments of a site, with types. */
export const defineComments = <const Declaration extends CommentsDeclaration>(
  declaration: Declaration,
): Declaration => declaration;
