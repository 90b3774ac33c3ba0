import { html, type Html } from '../html/html';
import type { Frame, Page } from '../page';
import { followForm, type RefusedFollow } from '../parts/follow';

/** The document that a page is about. */
export interface FollowedDocument {
  readonly documentId: string;
  readonly title: string;
  readonly language: string;
  readonly path: string | null;
}

const pageOf = (title: string, main: Html): Page => ({
  title,
  description: title,
  isIndexed: false,
  main: html`<div class="wide follow-page">
    <h1>${title}</h1>
    ${main}
  </div>`,
});

/** The document, linked to its page. */
function named(subject: FollowedDocument | null): Html {
  if (subject === null) return html``;
  const title = html`<bdi lang="${subject.language}">${subject.title}</bdi>`;
  return html`<p class="lead">
    ${subject.path === null ? title : html`<a href="${subject.path}">${title}</a>`}
  </p>`;
}

/** A button that sends a form of its own to the page's address. */
const button = (label: string, field?: readonly [name: string, value: string]): Html =>
  html`<form method="post">
    ${field && html`<input type="hidden" name="${field[0]}" value="${field[1]}" />`}
    <p class="tools"><button type="submit">${label}</button></p>
  </form>`;

/** The form on a page of its own, with what is wrong in what was sent. */
export function askPage(subject: FollowedDocument, frame: Frame, sent?: RefusedFollow): Page {
  const { words } = frame;
  const faults = [
    ...(sent?.wrong.includes('email') ? [['email', words.followEmailWrong] as const] : []),
    ...(sent?.wrong.includes('rhythm') ? [['rhythm', words.followRhythmWrong] as const] : []),
  ];
  return pageOf(
    words.followSend,
    html`${named(subject)}
      ${
        faults.length > 0 &&
        html`<div class="error-summary" role="alert">
          <p>${words.followErrors}</p>
          <ul>
            ${faults.map(([field, text]) => html`<li><a href="#follow-${field}">${text}</a></li>`)}
          </ul>
        </div>`
      }
      <div class="card">${followForm(subject.documentId, frame, sent)}</div>`,
  );
}

/** Shown after the form, the same for every address. */
export const sentPage = (subject: FollowedDocument, { words }: Frame): Page =>
  pageOf(
    words.followSentTitle,
    html`${named(subject)}
      <p role="status">${words.followSent}</p>
      <p>${words.followNothingCame}</p>`,
  );

/** Asks before it is confirmed: mail scanners open every link. */
export const confirmPage = (
  { subject, rhythm }: { readonly subject: FollowedDocument | null; readonly rhythm: 'daily' | 'weekly' },
  { words }: Frame,
): Page =>
  pageOf(
    words.followConfirmTitle,
    html`<p>${rhythm === 'daily' ? words.followConfirmDaily : words.followConfirmWeekly}</p>
      ${named(subject)} ${button(words.followConfirmButton)}`,
  );

export const confirmedPage = (subject: FollowedDocument | null, { words }: Frame): Page =>
  pageOf(
    words.followConfirmTitle,
    html`${named(subject)}
      <p role="status">${words.followConfirmed}</p>`,
  );

/** Asks before mails end, about one document, and about all. */
export const leavePage = (
  { kind, subject }: { readonly kind: 'follow' | 'all'; readonly subject: FollowedDocument | null },
  { words }: Frame,
): Page =>
  pageOf(
    words.followLeaveTitle,
    html`${
        kind === 'follow' &&
        html`<p>${words.followLeaveOne}</p>
          ${named(subject)} ${button(words.followLeaveOneButton)}`
      }
      <p>${words.followLeaveAll}</p>
      ${button(words.followLeaveAllButton, ['all', 'yes'])}`,
  );

export const leftPage = (isAll: boolean, { words }: Frame): Page =>
  pageOf(
    words.followLeaveTitle,
    html`<p role="status">${isAll ? words.followLeftAll : words.followLeft}</p>`,
  );

/** What could not be done, and what to do. */
export const failedPage = (text: string, { words }: Frame): Page =>
  pageOf(words.followSend, html`<p role="alert">${text}</p>`);
