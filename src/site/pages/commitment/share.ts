import { cardPath } from '../../addresses';
import type { Commitment } from '../../content/records';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { labelled } from '../../parts/labelled';
import { titleText } from '../../parts/localized-html';

/** Enough height for a long title, a status and a deadline; more content scrolls. */
const CARD_HEIGHT = 330;

/** HTML with which another site embeds a commitment's card; null for a commitment without a page. */
export function cardSnippet({ slug, title }: Commitment, frame: ContentFrame): string | null {
  if (slug === null) return null;
  const address = `${frame.base}${cardPath(slug, frame.language)}`;
  // One line: many content editors turn line breaks into paragraphs.
  return `${html`<iframe
    src="${address}"
    title="${titleText(title, frame)}"
    width="100%"
    height="${CARD_HEIGHT}"
    loading="lazy"
    style="border: 0; max-width: 36rem"
  ></iframe>`}`
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replace(' >', '>');
}

/** An address that opens the reader's mail program with a message about the page. */
export const mailAddress = (title: string, address: string): string =>
  `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${address}`)}`;

/** A button that copies a field's text. Hidden until its script runs: the text can be selected manually. */
const copyButton = (field: string, { words }: ContentFrame): Html =>
  html`<button type="button" class="quiet" hidden data-copy="${field}" data-copied="${words.copied}">
    ${words.copy}
  </button>`;

/** Buttons for browser features such as sharing, where available. */
export const toolButtons = ({ words }: ContentFrame): Html =>
  html`<p class="tools">
    <a class="button quiet" href="#share">${words.share}</a>
    <button type="button" class="quiet" hidden data-print>${words.print}</button>
  </p>`;

/** The page's address, ways to share it, and the card for other sites. */
export function shareParts(commitment: Commitment, frame: ContentFrame): Html {
  const { words, language, base, pathIn } = frame;
  const address = `${base}${pathIn(language)}`;
  const title = titleText(commitment.title, frame);
  const snippet = cardSnippet(commitment, frame);
  return html`<h3 id="share" tabindex="-1">${words.share}</h3>
    <p>
      ${labelled(
        words.permanentAddress,
        html`<a class="address" id="share-address" href="${address}">${address}</a>`,
        frame,
      )}
    </p>
    <p class="tools">
      ${copyButton('share-address', frame)}
      <a class="button quiet" href="${mailAddress(title, address)}">${words.shareByMail}</a>
      <button type="button" class="quiet" hidden data-share-title="${title}" data-share-address="${address}">
        ${words.shareOtherwise}
      </button>
      <button type="button" class="quiet" hidden data-print>${words.print}</button>
    </p>
    <p class="print-hint muted">${words.printHint}</p>
    ${
      snippet !== null &&
      html`<div class="embed">
        <h3>${words.card}</h3>
        <p>${words.cardAbout}</p>
        <div class="field">
          <label for="share-card">${words.cardSnippet}</label>
          <textarea id="share-card" rows="4" readonly spellcheck="false" dir="ltr">${snippet}</textarea>
        </div>
        <p class="tools">
          ${copyButton('share-card', frame)}
          <a href="${cardPath(commitment.slug ?? '', language)}">${words.cardShow}</a>
        </p>
      </div>`
    }
    <p class="visually-hidden" role="status" id="share-status"></p>`;
}
