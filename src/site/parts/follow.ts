import { pagePath } from '../addresses';
import { html, type Html } from '../html/html';
import type { Frame } from '../page';
import { foldedOnPhones } from './fold';

/** What was sent by the form and is wrong, to be shown in it again. */
export interface RefusedFollow {
  readonly email: string;
  readonly rhythm: string;
  readonly wrong: readonly string[];
}

const RHYTHMS = ['weekly', 'daily'] as const;
const NOTHING_SENT: RefusedFollow = { email: '', rhythm: 'weekly', wrong: [] };

const faultOf = (isWrong: boolean, id: string, text: string): Html | false =>
  isWrong && html`<p class="error" id="${id}-error">${text}</p>`;

/**
 * The form to follow a document by mail; works without scripts.
 * @param id of a plan, an organisation or a commitment
 */
export function followForm(
  id: string,
  { words, language }: Frame,
  { email, rhythm, wrong }: RefusedFollow = NOTHING_SENT,
): Html {
  const labels = { weekly: words.followWeekly, daily: words.followDaily };
  const isEmailWrong = wrong.includes('email');
  const isRhythmWrong = wrong.includes('rhythm');
  return html`<form method="post" action="${pagePath('/follow', language)}" class="follow">
    <input type="hidden" name="subject" value="${id}" />
    <p>${words.followIntro}</p>
    <div class="field">
      <label for="follow-email">${words.commentEmail} <span class="muted">(${words.required})</span></label>
      <input
        id="follow-email"
        name="email"
        type="email"
        dir="ltr"
        autocomplete="email"
        maxlength="254"
        required
        value="${email}"
        ${isEmailWrong && html`aria-invalid="true"`}
        aria-describedby="follow-email-hint${isEmailWrong ? ' follow-email-error' : ''}"
      />
      <small id="follow-email-hint">${words.followEmailHint}</small>
      ${faultOf(isEmailWrong, 'follow-email', words.followEmailWrong)}
    </div>
    <fieldset id="follow-rhythm" ${isRhythmWrong && html`aria-describedby="follow-rhythm-error"`}>
      <legend>${words.followRhythm}</legend>
      ${RHYTHMS.map(
        (one) =>
          html`<label class="choice"
            ><input type="radio" name="rhythm" value="${one}" ${one === rhythm && html`checked`} />
            ${labels[one]}</label
          >`,
      )}
      ${faultOf(isRhythmWrong, 'follow-rhythm', words.followRhythmWrong)}
    </fieldset>
    <p class="trap" aria-hidden="true">
      <label for="follow-website">${words.commentTrap}</label>
      <input id="follow-website" name="website" tabindex="-1" autocomplete="off" />
    </p>
    <p class="tools"><button type="submit">${words.followSend}</button></p>
  </form>`;
}

/** Feed and calendar of what concerns one document only. */
const feeds = (id: string, { words, language }: Frame): Html => {
  const parameters = `locale=${language}&subject=${encodeURIComponent(id)}`;
  return html`<ul class="chips">
    <li><a href="/api/open-data/changes.atom?${parameters}">${words.followChanges}</a></li>
    <li><a href="/api/open-data/deadlines.ics?${parameters}">${words.followDeadlines}</a></li>
  </ul>`;
};

/**
 * How to follow changes of one document: by mail, where the site sends mails, by feed and by calendar.
 * @param id of a plan, an organisation or a commitment
 */
export function followSection(id: string, frame: Frame): Html {
  const { words, site } = frame;
  const content = site.isFollowOpen
    ? html`<div class="card">
          <h3>${words.followByMail}</h3>
          ${foldedOnPhones(words.followByMail, followForm(id, frame), frame)}
        </div>
        <h3>${words.followFeeds}</h3>
        ${feeds(id, frame)}`
    : feeds(id, frame);
  return html`<section aria-labelledby="follow" class="follow-section">
    <h2 id="follow">${words.follow}</h2>
    ${content}
  </section>`;
}
