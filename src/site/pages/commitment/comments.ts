import type { Comment, Comments } from '../../content/conversation';
import type { Commitment } from '../../content/records';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { momentOf } from '../../parts/dates';
import { fill } from '../../words/words';
import { commentForm, replyTemplate, reportTemplate } from './comment-forms';

/** Actions of a comment. Buttons are added by their script: both need a proof of work. */
function commentButtons(
  { documentId }: Comment,
  name: string,
  canReply: boolean,
  { words, language }: ContentFrame,
): Html {
  const button = (kind: string, label: string, title: string) =>
    html`<button
      type="button"
      class="link"
      hidden
      data-dialog="${kind}"
      data-comment="${documentId}"
      aria-label="${fill(language, title, { name })}"
    >
      ${label}
    </button>`;
  return html`<p class="comment-buttons">
    ${canReply && button('reply', words.reply, words.replyTo)}
    ${button('report', words.reportComment, words.reportCommentOf)}
  </p>`;
}

/** @param canReply answers are one level deep, and only where comments are open */
function commentItem(comment: Comment, canReply: boolean, frame: ContentFrame): Html {
  const { words, language } = frame;
  const { body, locale, official, agency, createdAt, replies = [], repliesCount = 0 } = comment;
  // An agency's name is in the language of the page.
  const name = (official && agency?.name) || comment.authorName;
  const isForeign = locale !== null && locale !== language;
  return html`<li>
    <article class="comment ${official && 'official'}" id="comment-${comment.documentId}">
      <header>
        <h3 dir="auto">${name}</h3>
        ${official && html`<p class="badge">${words.officialAnswer}</p>`}
        <p class="muted">${momentOf(createdAt, frame)}</p>
      </header>
      <p class="body" dir="auto" ${isForeign && html`lang="${locale}"`}>${body}</p>
      ${commentButtons(comment, name, canReply, frame)}
    </article>
    ${
      replies.length > 0 &&
      html`<ol class="comments">
        ${replies.map((reply) => commentItem(reply, false, frame))}
      </ol>`
    }
    ${repliesCount > replies.length && html`<p class="muted">${words.moreReplies}</p>`}
  </li>`;
}

/** Approved comments, with answers and reports, and the form where comments are open. */
export const commentsSection = (
  { shown, total, reasons }: Comments,
  { commitment, areOpen }: { commitment: Pick<Commitment, 'id' | 'slug'>; areOpen: boolean },
  frame: ContentFrame,
): Html => {
  const { words } = frame;
  return html`<section
    aria-labelledby="comments"
    class="no-print-form"
    data-address="/api/commitments/${encodeURIComponent(commitment.id)}/comments"
  >
    <h2 id="comments">${words.comments}</h2>
    ${
      total === 0
        ? html`<p>${words.noComments}</p>`
        : html`<ol class="comments">
            ${shown.map((comment) => commentItem(comment, areOpen, frame))}
          </ol>`
    }
    ${total > shown.length && html`<p class="muted">${words.moreComments}</p>`}
    ${areOpen ? commentForm(commitment, frame) : html`<p>${words.commentsClosed}</p>`}
    ${shown.length > 0 && reportTemplate(reasons, frame)}
    ${shown.length > 0 && areOpen && replyTemplate(frame)}
  </section>`;
};
