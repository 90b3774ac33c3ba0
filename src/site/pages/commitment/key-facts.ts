import { planPath } from '../../addresses';
import type { Logos } from '../../content/logos';
import type { Commitment } from '../../content/records';
import { html, joined, type Html } from '../../html/html';
import { textFor } from '../../languages';
import { filteredPath } from '../../list/list-query';
import type { ContentFrame } from '../../page';
import { dateOf, hasTime, timeframeOf } from '../../parts/dates';
import { foldedOnPhones } from '../../parts/fold';
import { assessmentLabel } from '../../parts/labels';
import { organisationLink, organisationsOf } from '../../parts/links';
import { logo } from '../../parts/media';
import { titleHtml, titleText } from '../../parts/localized-html';
import { fill } from '../../words/words';
import { identifierList } from './identifiers';
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
            theme ? titleHtml(theme.name, frame) : code
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

/** The plan with its period, linked to its page. */
function planFact({ planId }: Commitment, frame: ContentFrame): Html {
  const { overview, language } = frame;
  const plan = overview.planById.get(planId ?? '');
  if (!plan) return html``;
  const title = titleHtml(plan.title, frame);
  const time = hasTime(plan.timeframe) && timeframeOf(plan.timeframe, frame);
  return html`${
    plan.slug === null ? title : html`<a href="${planPath(plan.slug, language)}">${title}</a>`
  }${time && html`<br /><span class="muted">${time}</span>`}`;
}

/** The key facts of a commitment. */
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
    ${foldedOnPhones(
      words.facts,
      html`<dl class="facts">
        ${fact(words.plan, planFact(commitment, frame))}
        ${
          isPlain && start && end
            ? html`${fact(words.start, start)}${fact(words.end, end)}`
            : fact(words.timeframe, timeframeOf(timeframe, frame))
        }
        ${fact(words.assessment, html`${assessmentLabel(commitment.assessment, frame)}`)}
        ${fact(words.progress, percent === null ? html`` : html`${fill(language, words.percentDone, { percent })}`)}
        ${fact(words.ogpValues, themeLinks(commitment.ogpValues, 'ogp', frame))}
        ${fact(words.sdgs, themeLinks(commitment.sdgs, 'sdg', frame))}
        ${fact(words.leadAgencies, withLogos(commitment.leadIds, logos, frame))}
        ${fact(words.partners, withLogos(commitment.partnerIds, logos, frame))}
        ${fact(words.identifiers, identifierList(details.identifiers, frame))}
      </dl>`,
      frame,
    )}
  </aside>`;
}
