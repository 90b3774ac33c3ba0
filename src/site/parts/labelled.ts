import { html, type Content, type Html } from '../html/html';
import type { Frame } from '../page';
import { fill } from '../words/words';

/** Placeholder of markup in a message: no text of a page contains it. */
const PLACE = '\0';

/** "Updated: 3 May 2026": a value with its label, in the language's punctuation. */
export function labelled(
  label: string,
  value: Content,
  { language, words }: Pick<Frame, 'language' | 'words'>,
): Html {
  const [before, after] = fill(language, words.labelled, { label, value: PLACE }).split(PLACE);
  return html`${before}${value}${after}`;
}

/** The same as plain text. */
export const labelledText = (
  label: string,
  value: string,
  { language, words }: Pick<Frame, 'language' | 'words'>,
): string => fill(language, words.labelled, { label, value });
