import { html, type Html } from '../../html/html';
import { textFor, type Texts } from '../../languages';
import type { ContentFrame } from '../../page';
import { previewOnPhones } from '../../parts/fold';
import { prose } from './milestones';

/** About six lines on a phone; a longer text is folded there. */
const SHORT_TEXT = 300;

/**
 * An editor's text that may be long, of which a phone shows the beginning; nothing where it is empty.
 * @param below the level of the heading above it
 */
export function longText(label: string, texts: Texts | undefined, frame: ContentFrame, below = 3): Html {
  const text = textFor(texts ?? {}, frame.language);
  if (text === null) return html``;
  const content = prose(texts, frame, below);
  return text.text.length > SHORT_TEXT ? previewOnPhones(label, content, frame) : content;
}
