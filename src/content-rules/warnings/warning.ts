import type { Precision } from 'strapi-plugin-accountability/server';
import type englishWords from '../../words/en.json';

type Sentences = (typeof englishWords)['content-warnings'];

export type WarningCode = keyof Sentences;

/** What goes into a sentence: a date as exact as it is known, or a language by its code. */
export type WarningValue =
  { readonly date: string; readonly precision: Precision | null } | { readonly language: string };

/** One thing worth a look: what, where in the form (empty for the document as a whole), and the sentence's values. */
export interface ContentWarning {
  readonly code: WarningCode;
  readonly path: readonly string[];
  /** The language it is about, where it is about one. */
  readonly language?: string;
  readonly values?: Readonly<Record<string, WarningValue>>;
  /** Set where publishing is refused for it. */
  readonly isFault?: boolean;
}

/** A day as a value of a sentence. */
export const onDay = (date: string): WarningValue => ({ date, precision: 'day' });
