import type { Comment, Comments } from '../../content/conversation';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { momentOf } from '../../parts/dates';

function commentItem(comment: Comment, frame: ContentFrame): Html {
  const { words, language } = frame;
  const { authorName, body, locale, official, agency, createdAt, replies = [], repliesCount = 0 } = comment;
  const isForeign = locale !== null && locale !== language;
  return html`<li>
    <article class="comment ${official && 'official'}" id="comment-${comment.documentId}">
      <header>
        <h3 dir="auto">${authorName}</h3>
        ${
          official &&
          html`<p class="badge">${words.officialAnswer}${agency?.name && html`: ${agency.name}`}</p>`
        }
        <p class="muted">${momentOf(createdAt, frame)}</p>
      </header>
      <p class="body" dir="auto" ${isForeign && html`lang="${locale}"`}>${body}</p>
    </article>
    ${
      replies.length > 0 &&
      html`<ol class="comments">
        ${replies.map((reply) => commentItem(reply, frame))}
      </ol>`
    }
    ${repliesCount > replies.length && html`<p class="muted">${words.moreReplies}</p>`}
  </li>`;
}

function field(
  { name, label, hint, control }: { name: string; label: string; hint: string; control: Html },
  { words }: ContentFrame,
): Html {
  return html`<div class="field">
    <label for="comment-${name}">${label} <span class="muted">(${words.required})</span></label>
    ${control}
    <small id="comment-${name}-hint">${hint}</small>
    <p class="error" id="comment-${name}-error" hidden></p>
  </div>`;
}

/** The form. It is hidden until its script is there: the proof of work needs one. */
function commentForm(commitmentId: string, frame: ContentFrame): Html {
  const { words, language } = frame;
  return html`<section class="card" aria-labelledby="write">
    <h3 id="write">${words.commentTitle}</h3>
    <p>${words.commentIntro}</p>
    <p class="without-script">${words.commentNeedsScript}</p>
    <form
      hidden
      novalidate
      data-comments="/api/commitments/${encodeURIComponent(commitmentId)}/comments?locale=${language}"
      data-sending="${words.commentSending}"
      data-unreachable="${words.commentUnreachable}"
    >
      <div class="error-summary" role="alert" tabindex="-1" hidden>
        <p>${words.commentErrors}</p>
        <ul></ul>
      </div>
      ${field(
        {
          name: 'authorName',
          label: words.commentName,
          hint: words.commentNameHint,
          control: html`<input
            id="comment-authorName"
            name="authorName"
            autocomplete="name"
            maxlength="80"
            aria-describedby="comment-authorName-hint comment-authorName-error"
          />`,
        },
        frame,
      )}
      ${field(
        {
          name: 'authorEmail',
          label: words.commentEmail,
          hint: words.commentEmailHint,
          control: html`<input
            id="comment-authorEmail"
            name="authorEmail"
            type="email"
            autocomplete="email"
            maxlength="254"
            aria-describedby="comment-authorEmail-hint comment-authorEmail-error"
          />`,
        },
        frame,
      )}
      ${field(
        {
          name: 'body',
          label: words.commentBody,
          hint: words.commentBodyHint,
          control: html`<textarea
            id="comment-body"
            name="body"
            rows="6"
            dir="auto"
            aria-describedby="comment-body-hint comment-body-error"
          ></textarea>`,
        },
        frame,
      )}
      <p class="trap" aria-hidden="true">
        <label for="comment-website">${words.commentTrap}</label>
        <input id="comment-website" name="website" tabindex="-1" autocomplete="off" />
      </p>
      <button type="submit">${words.commentSend}</button>
    </form>
    <p class="thanks" role="status" tabindex="-1" data-thanks="${words.commentThanks}"></p>
  </section>`;
}

/** Approved comments, and the form where comments are open. */
export const commentsSection = (
  { shown, total }: Comments,
  { commitmentId, areOpen }: { commitmentId: string; areOpen: boolean },
  frame: ContentFrame,
): Html => {
  const { words } = frame;
  return html`<section aria-labelledby="comments" class="no-print-form">
    <h2 id="comments">${words.comments}</h2>
    ${
      total === 0
        ? html`<p>${words.noComments}</p>`
        : html`<ol class="comments">
            ${shown.map((comment) => commentItem(comment, frame))}
          </ol>`
    }
    ${total > shown.length && html`<p class="muted">${words.moreComments}</p>`}
    ${areOpen ? commentForm(commitmentId, frame) : html`<p>${words.commentsClosed}</p>`}
  </section>`;
};
