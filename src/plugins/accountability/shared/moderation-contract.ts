import type { LocalizedText } from './localized-text';

/** Requests and responses of the moderators' queue, shared by server and panel. */
type Words = LocalizedText;

/** A move of the comments' workflow, for the current user. */
export interface QueueMove {
  readonly transition: string;
  readonly labels: Words;
  readonly from: readonly string[];
  /** Null where the state is unchanged. */
  readonly to: string | null;
  readonly reason: 'required' | 'optional' | null;
  readonly permitted: boolean;
  /** Its keyboard shortcut. */
  readonly key: string | null;
}

/** A language of the site, with its name in the user's language. */
export interface QueueLanguage {
  readonly code: string;
  readonly name: string;
}

/** Static data of the page. */
export interface QueueSetup {
  readonly contentType: string;
  readonly workflow: string;
  readonly initial: string;
  readonly approved: string;
  readonly states: readonly { readonly code: string; readonly labels: Words; readonly colour: string }[];
  readonly moves: readonly QueueMove[];
  readonly languages: readonly QueueLanguage[];
  readonly subject: {
    readonly contentType: string;
    readonly relation: string;
    /** Whether the user may open it in the content manager. */
    readonly mayRead: boolean;
  };
  /** Null where answers are given for the publisher of the site. */
  readonly agency: { readonly relation: string } | null;
  readonly may: { readonly answer: boolean; readonly eraseAuthor: boolean };
  /** Maximum characters of an answer. */
  readonly longest: number;
}

export interface QueueCounts {
  /** Comments by state; a state without any is missing. */
  readonly states: Readonly<Record<string, number>>;
  /** Comments with open reports, in any state. */
  readonly reported: number;
  /** Comments without a decision. */
  readonly waiting: number;
}

/** Reason of a spam score, as stored by the screening. */
export interface ReasonView {
  readonly code: string;
  readonly points: number;
  readonly count: number;
}

export interface QueueComment {
  readonly documentId: string;
  readonly authorName: string;
  /** For moderators only; null where it was erased. */
  readonly authorEmail: string | null;
  readonly body: string;
  readonly language: string | null;
  readonly official: boolean;
  /** Name of the agency of an official answer. */
  readonly agency: string | null;
  readonly createdAt: string;
  readonly state: string;
  readonly version: number;
  readonly score: number | null;
  readonly reasons: readonly ReasonView[];
  readonly openReports: number;
  /** Title null: it was deleted. */
  readonly subject: { readonly documentId: string | null; readonly title: string | null };
  readonly parent: ThreadComment | null;
}

export interface ThreadComment {
  readonly documentId: string;
  readonly authorName: string;
  readonly body: string;
  readonly official: boolean;
  readonly state: string;
  readonly createdAt: string;
}

export interface QueuePage {
  readonly comments: readonly QueueComment[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** Context of a comment. */
export interface CommentContext {
  readonly comment: QueueComment;
  /** The latest answers of the thread, oldest first, without the comment itself. */
  readonly replies: readonly ThreadComment[];
  readonly author: {
    /** The latest other comments from the same address. */
    readonly comments: readonly (ThreadComment & { readonly subjectTitle: string | null })[];
    /** States of the latest ones, by state. */
    readonly states: Readonly<Record<string, number>>;
  };
  readonly reports: readonly {
    readonly reason: string;
    readonly labels: Words;
    readonly details: string | null;
    readonly at: string;
    readonly settledAt: string | null;
  }[];
  readonly history: readonly {
    readonly sequence: number;
    readonly transition: string;
    readonly labels: Words | null;
    readonly to: string;
    readonly at: string;
    readonly reason: string | null;
    readonly actor: { readonly kind: string; readonly name: string | null; readonly label: string | null };
  }[];
}

/** An option of a list. */
export interface QueueChoice {
  readonly documentId: string;
  readonly title: string;
}

/** How an author is erased: the texts are kept without a name, or deleted too. */
export const ERASE_MODES = ['anonymise', 'remove'] as const;
export type EraseMode = (typeof ERASE_MODES)[number];
