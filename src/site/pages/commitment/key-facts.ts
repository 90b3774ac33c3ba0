import { webAddress } from '../../addresses';
import type { Logos } from '../../content/logos';
import type { Commitment } from '../../content/records';
import { html, joined, type Html } from '../../html/html';
import { textFor } from '../../languages';
import { filteredPath } from '../../list/list-query';
import type { ContentFrame } from '../../page';
import { dateOf, hasTime, timeframeOf } from '../../parts/dates';
import { labelled } from '../../parts/labelled';
import { organisationLink, organisationsOf } from '../../parts/links';
import { logo } from '../../parts/media';
import { sayTitle, titleText } from '../../parts/told';
import { fill } from '../../words/words';
import { fact } from './milestones';
import type { CommitmentContent } from './commitment-content';

function themeLinks(codes: readonly string[], filter: 'ogp' | 'sdg', frame: ContentFrame): Html {
  if (codes.length === 0) return html``;
  return html`<ul class="chips">
    ${codes.map((code) => {
      const theme = frame.overview.themeByCode.get(code);
      // The goals are identified by their numbers.
      const [, number] = /^sdg-(\d+)$/.exec(code) ?? [];
      return html`<li>
        <a href="${filteredPath({ [filter]: code }, frame.language)}"
          >${number !== undefined && html`<span class="number">${number}</span> `}${
            theme ? sayTitle(theme.name, frame) : code
          }</a
        >
      </li>`;
    })}
  </ul>`;
}

/** Organisations with their logos, as a list. */
const withLogos = (ids: readonly string[], logos: Logos, frame: ContentFrame): Html => {
  const organisations = organisationsOf(ids, frame);
  return joined(
    organisations.map(
      (organisation) =>
        html`${logo(logos.get(organisation.id), titleText(organisation.name, frame), frame)}${organisationLink(organisation, frame)}`,
    ),
    html`<br />`,
  );
};

/** The plan with its period, linked to all of its commitments. */
function planFact({ planId }: Commitment, frame: ContentFrame): Html {
  const { overview, language } = frame;
  const plan = overview.planById.get(planId ?? '');
  if (!plan) return html``;
  const title = sayTitle(plan.title, frame);
  const time = hasTime(plan.timeframe) && timeframeOf(plan.timeframe, frame);
  return html`${
    plan.slug === null ? title : html`<a href="${filteredPath({ plan: plan.slug }, language)}">${title}</a>`
  }${time && html`<br /><span class="muted">${time}</span>`}`;
}

/** What one wants to know first. */
export function keyFacts(
  { commitment, details, logos }: Pick<CommitmentContent, 'commitment' | 'details' | 'logos'>,
  frame: ContentFrame,
): Html {
  const { words, language } = frame;
  const { timeframe } = commitment;
  const start = dateOf(timeframe.startDate, timeframe.startPrecision, language);
  const end = dateOf(timeframe.endDate, timeframe.endPrecision, language);
  const isPlain = textFor(timeframe.note, language) === null;
  const { progressPercent: percent } = commitment;
  return html`<aside class="key-facts" aria-labelledby="facts">
    <h2 id="facts">${words.facts}</h2>
    <dl class="facts">
      ${fact(words.plan, planFact(commitment, frame))}
      ${
        isPlain && start && end
          ? html`${fact(words.start, start)}${fact(words.end, end)}`
          : fact(words.timeframe, timeframeOf(timeframe, frame))
      }
      ${fact(words.progress, percent === null ? html`` : html`${fill(language, words.percentDone, { percent })}`)}
      ${fact(words.ogpValues, themeLinks(commitment.ogpValues, 'ogp', frame))}
      ${fact(words.sdgs, themeLinks(commitment.sdgs, 'sdg', frame))}
      ${fact(words.leadAgencies, withLogos(commitment.leadIds, logos, frame))}
      ${fact(words.partners, withLogos(commitment.partnerIds, logos, frame))}
      ${fact(
        words.identifiers,
        joined(
          details.identifiers.map(({ scheme, value, url }) => {
            const address = webAddress(url);
            const number = labelled(scheme, html`<bdi>${value}</bdi>`, frame);
            return address ? html`<a href="${address}" rel="noopener">${number}</a>` : number;
          }),
          html`<br />`,
        ),
      )}
    </dl>
  </aside>`;
}
