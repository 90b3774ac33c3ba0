import type { Precision } from 'strapi-plugin-accountability/server';
import type englishWords from '../../words/en.json';

type Sentences = (typeof englishWords)['content-warnings'];

export type WarningCode = keyof Sentences;

/** Value of a message: a date in its precision, or a language by its code. */
export type WarningValue =
  { readonly date: string; readonly precision: Precision | null } | { readonly language: string };

/** A warning: its code, its field (empty for the document as a whole), and the message's values. */
export interface ContentWarning {
  readonly code: WarningCode;
  readonly path: readonly string[];
  /** The language it is about, if any. */
  readonly language?: string;
  readonly values?: Readonly<Record<string, WarningValue>>;
  /** Set where it blocks publishing. */
  readonly isFault?: boolean;
}

/** A date as a value of a message. */
export const onDay = (date: string): WarningValue => ({ date, precision: 'day' });
