import type { LocalizedText } from '../datasets/declaration';
import type { NoticesDeclaration } from './notices/config';

/**
 * What an application says of its comments. Their content type has the attributes of `attributes.ts`; the relations
 * and all that can be chosen are named here.
 */
export interface CommentsDeclaration {
  /** Uid of the comments' content type: without drafts, not localized. */
  readonly contentType: string;
  /** The workflow a comment goes through, and what of it moderation has to know. */
  readonly workflow: {
    readonly name: string;
    readonly approved: string;
    readonly markSpam: string;
    /** Letters that make moves in the moderators' queue, by transition; moves from one state differ in theirs. */
    readonly keys?: Readonly<Record<string, string>>;
  };
  /** What is commented on: its content type, the relation to it, and its attribute that opens its comments. */
  readonly subject: {
    readonly contentType: string;
    readonly relation: string;
    readonly open: string;
    /** Its relation to the agencies that lead it; an official answer offers the only one. */
    readonly leads?: string;
  };
  /** Who an official answer is given for: the relation, and the attribute with the name. */
  readonly agency: { readonly relation: string; readonly name: string };
  /** Whether comments may be written at all. */
  readonly open: boolean;
  /** Name of the form's field that people do not see and leave empty. */
  readonly honeypot: string;
  readonly challenge: {
    /** False: comments are taken without proof of work. */
    readonly required: boolean;
    /** How dear one attempt is: iterations of PBKDF2. A solution takes 256 of them on average. */
    readonly cost: number;
    /** For how many minutes a challenge holds. */
    readonly minutes: number;
  };
  /** How many comments and reports are taken in so many minutes; 0 for any number. */
  readonly rates: {
    readonly minutes: number;
    /** Whatever is sent to the forms, refused or not; counted by each instance for itself. */
    readonly attemptsPerAddress: number;
    readonly perAddress: number;
    readonly perSubject: number;
    readonly reportsPerAddress: number;
  };
  readonly screening: {
    /** From this score on a comment is taken to be of a bot: 100 is certain. */
    readonly spamAt: number;
    /** Seconds in which nobody fills in a form. */
    readonly quickestSeconds: number;
    /** How many links are nothing unusual. */
    readonly links: number;
    /** Texts count as repeated within so many days. */
    readonly repeatedDays: number;
    /** Words that are seldom meant well, by language; those of every language are looked for. */
    readonly words: Readonly<Record<string, readonly string[]>>;
  };
  /** Why a reader may report a comment. */
  readonly reportReasons: readonly { readonly code: string; readonly labels: LocalizedText }[];
  /** After how many days the e-mail address is taken from a comment, and reports from the database; 0 for never. */
  readonly keepDays: { readonly addresses: number; readonly reports: number };
  /** Mails to moderators and authors. */
  readonly notices: NoticesDeclaration;
}

/** Declares the comments of a site; the types are all it adds. */
export const defineComments = (declaration: CommentsDeclaration): CommentsDeclaration => declaration;
