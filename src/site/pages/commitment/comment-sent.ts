import { commitmentPath, pagePath } from '../../addresses';
import type { Commitment } from '../../content/records';
import { html } from '../../html/html';
import type { ContentFrame, Page } from '../../page';
import { codeBefore } from '../../parts/links';
import { titleHtml } from '../../parts/localized-html';

/** What happens next with a comment that was sent. It says the same to whoever opens it, and nothing of the comment. */
export function commentSentPage(
  { slug, code, title }: Pick<Commitment, 'slug' | 'code' | 'title'>,
  frame: ContentFrame,
): Page {
  const { words, language } = frame;
  const back = slug === null ? pagePath('/commitments', language) : commitmentPath(slug, language);
  return {
    title: words.commentThanks,
    description: words.commentNextReview,
    section: 'commitments',
    isIndexed: false,
    main: html`<div class="wide message comment-sent">
      <h1>${words.commentThanks}</h1>
      <p><a href="${back}">${codeBefore(code)}${titleHtml(title, frame)}</a></p>
      <h2>${words.commentNext}</h2>
      <ol>
        <li>${words.commentNextReview}</li>
        <li>${words.commentNextTime}</li>
        <li>${words.commentNextShown}</li>
        <li>${words.commentNextMail}</li>
      </ol>
      <p class="actions">
        <a class="button" href="${back}">${words.commentBack}</a>
        <a href="${pagePath('/commitments', language)}">${words.toList}</a>
      </p>
    </div>`,
  };
}
