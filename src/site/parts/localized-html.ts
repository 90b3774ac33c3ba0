import { html, type Html } from '../html/html';
import { directionOf, textFor, type Language, type Texts, type ShownText } from '../languages';
import type { Frame } from '../page';
import { fill } from '../words/words';

const only = ({ words, language: reader }: Pick<Frame, 'language' | 'words'>, language: Language): string =>
  fill(reader, words.onlyIn, {
    language: new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language,
  });

/** A note that a text is in another language than the page; nothing where it is not. */
export const languageNote = (text: ShownText | null, frame: Pick<Frame, 'language' | 'words'>): Html =>
  text === null || text.language === frame.language
    ? html``
    : html` <small class="note">(${only(frame, text.language)})</small>`;

/** A text in the page's language, or in another one, marked as such for people and for screen readers. */
export function say(texts: Texts, frame: Pick<Frame, 'language' | 'words'>, note = true): Html {
  const text = textFor(texts, frame.language);
  if (text === null) return html``;
  if (text.language === frame.language) return html`${text.text}`;
  return html`<span lang="${text.language}" dir="${directionOf(text.language)}">${text.text}</span
    >${note && languageNote(text, frame)}`;
}

/** The same for a title, with a default for an empty one. */
export const titleHtml = (texts: Texts, frame: Pick<Frame, 'language' | 'words'>, note = true): Html =>
  textFor(texts, frame.language) === null ? html`${frame.words.untitled}` : say(texts, frame, note);

/** Longer titles have a smaller font. */
const LONG = 140;

/** The CSS class of a heading with such a title. */
export const lengthClass = (title: string): string => (title.length > LONG ? 'long' : '');

/** A title as plain text. */
export const titleText = (texts: Texts, { language, words }: Pick<Frame, 'language' | 'words'>): string =>
  textFor(texts, language)?.text ?? words.untitled;
