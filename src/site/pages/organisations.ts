import { organisationKinds } from '../../accountability/vocabularies';
import { webAddress } from '../addresses';
import type { Logos } from '../content/logos';
import { partsOf } from '../content/organisation-parts';
import { groupedBy } from '../content/overview';
import type { Milestone, Organisation } from '../content/records';
import { html, joined, type Html } from '../html/html';
import { plainText } from '../html/markdown';
import { textFor } from '../languages';
import type { ContentFrame, Page } from '../page';
import { progressLine, statusFigure } from '../parts/bars';
import { commitmentCards } from '../parts/commitment-card';
import { dateOf } from '../parts/dates';
import { labelledText } from '../parts/labelled';
import { labelOf, statusBadge } from '../parts/labels';
import { codeBefore, commitmentLink, organisationLink } from '../parts/links';
import { logo } from '../parts/media';
import { numberIn } from '../parts/number';
import { progressOf } from '../parts/progress';
import { lengthClass, say, sayTitle, titleText } from '../parts/told';
import { fill } from '../words/words';
import { fact, prose } from './commitment/milestones';

const kindLabel = (kind: string | null, { language, words }: ContentFrame): string =>
  kind === null ? words.otherKind : labelOf(organisationKinds, kind, language);

function organisationItem(organisation: Organisation, frame: ContentFrame): Html {
  const { words, overview, language } = frame;
  const { leads, takesPartIn, responsibleFor, partnerOf } = partsOf(organisation.id, overview);
  const counts = [
    leads.length > 0 && fill(language, words.organisationLeads, { count: leads.length }),
    takesPartIn.length > 0 && fill(language, words.organisationTakesPart, { count: takesPartIn.length }),
    responsibleFor.length > 0 &&
      labelledText(words.milestones, numberIn(language, responsibleFor.length), frame),
    leads.length + takesPartIn.length + responsibleFor.length === 0 &&
      partnerOf.length > 0 &&
      labelledText(words.partnerOfMilestones, numberIn(language, partnerOf.length), frame),
  ];
  return html`<li>
    ${organisationLink(organisation, frame)}
    <span class="muted">${joined(counts, ' · ')}</span>
  </li>`;
}

/** All organisations by their kind, in the order of the kinds. */
export function organisationsPage(frame: ContentFrame): Page {
  const { words, overview, language } = frame;
  const order = organisationKinds.map(({ value }) => value);
  const placeOf = (kind: string | null): number =>
    (order.indexOf(kind ?? '') + order.length + 1) % (order.length + 1);
  const groups = [...groupedBy(overview.organisations, ({ kind }) => kind)].sort(
    ([one], [other]) => placeOf(one) - placeOf(other),
  );
  return {
    title: words.organisationsTitle,
    description: words.organisationsDescription,
    section: 'organisations',
    main: html`<div class="wide">
      <h1>${words.organisationsTitle}</h1>
      <p class="lead">${words.organisationsDescription}</p>
      ${groups.length === 0 && html`<p>${words.noOrganisations}</p>`}
      ${groups.map(
        ([kind, members], index) =>
          html`<section aria-labelledby="kind-${index}">
            <h2 id="kind-${index}">${kindLabel(kind, frame)}</h2>
            <ul class="plain organisations">
              ${[...members]
                .sort((one, other) =>
                  titleText(one.name, frame).localeCompare(titleText(other.name, frame), language),
                )
                .map((organisation) => organisationItem(organisation, frame))}
            </ul>
          </section>`,
      )}
    </div>`,
  };
}

/** Milestones grouped by commitment. */
function milestoneList(milestones: readonly Milestone[], frame: ContentFrame): Html {
  const { overview, language } = frame;
  const groups = [...groupedBy(milestones, ({ commitmentId }) => commitmentId)];
  return html`${groups.map(([commitmentId, members]) => {
    const commitment = overview.commitmentById.get(commitmentId ?? '');
    return html`${commitment && html`<h3>${codeBefore(commitment.code)}${commitmentLink(commitment, frame)}</h3>`}
      <ul class="plain due">
        ${members.map(
          ({ code, title, status, timeframe }) =>
            html`<li>
              <span>${codeBefore(code)}${sayTitle(title, frame)}</span>
              <span class="badges">
                <span class="muted">${dateOf(timeframe.endDate, timeframe.endPrecision, language)}</span>
                ${statusBadge(status, frame)}
              </span>
            </li>`,
        )}
      </ul>`;
  })}`;
}

const section = (id: string, heading: string, isEmpty: boolean, content: () => Html): Html =>
  isEmpty
    ? html``
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${heading}</h2>
        ${content()}
      </section>`;

/** An organisation with everything it is responsible for and takes part in. */
export function organisationPage(organisation: Organisation, logos: Logos, frame: ContentFrame): Page {
  const { words, overview, language } = frame;
  const { leads, takesPartIn, responsibleFor, partnerOf } = partsOf(organisation.id, overview);
  const title = titleText(organisation.name, frame);
  const description = textFor(organisation.description, language);
  const website = webAddress(organisation.website);
  const acronym = say(organisation.acronym, frame, false);
  const isIdle = leads.length + takesPartIn.length + responsibleFor.length + partnerOf.length === 0;
  return {
    title,
    description: description
      ? plainText(description.text, 200)
      : labelledText(title, words.organisationsDescription, frame),
    section: 'organisations',
    main: html`<div class="wide">
      <header class="page-header">
        ${logo(logos.get(organisation.id), title, frame)}
        <h1 class="${lengthClass(title)}">
          ${sayTitle(organisation.name, frame)}${`${acronym}` !== '' && html` (${acronym})`}
        </h1>
        <dl class="facts inline">
          ${fact(words.kind, html`${kindLabel(organisation.kind, frame)}`)}
          ${fact(words.website, website ? html`<a class="ltr" href="${website}" rel="noopener">${website}</a>` : html``)}
        </dl>
      </header>
      ${prose(organisation.description, frame, 1)}
      ${section(
        'leads',
        words.leads,
        leads.length === 0,
        () => html`${statusFigure(leads, frame)} ${commitmentCards(leads, frame)}`,
      )}
      ${section(
        'responsible',
        words.responsibleFor,
        responsibleFor.length === 0,
        () =>
          html`${progressLine(progressOf(responsibleFor), frame)} ${milestoneList(responsibleFor, frame)}`,
      )}
      ${section('part', words.takesPartIn, takesPartIn.length === 0, () => commitmentCards(takesPartIn, frame))}
      ${section('partner', words.partnerOfMilestones, partnerOf.length === 0, () =>
        milestoneList(partnerOf, frame),
      )}
      ${isIdle && html`<p>${words.nothingYet}</p>`}
    </div>`,
  };
}
