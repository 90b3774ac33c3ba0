import { organisationKinds } from '../../accountability/vocabularies';
import { webAddress } from '../addresses';
import type { Logos } from '../content/logos';
import { partsOf } from '../content/organisation-parts';
import { groupedBy } from '../content/overview';
import { byDeadline } from '../content/orders';
import type { Commitment, Milestone, Organisation } from '../content/records';
import { html, joined, type Html } from '../html/html';
import { plainText } from '../html/markdown';
import { textFor } from '../languages';
import type { ContentFrame, Page } from '../page';
import { progressLine, statusFigure } from '../parts/bars';
import { filteredPath } from '../list/list-query';
import { reportList } from '../parts/report-list';
import { followSection } from '../parts/follow';
import { commitmentCards } from '../parts/commitment-card';
import { dateOf } from '../parts/dates';
import { labelledText } from '../parts/labelled';
import { labelOf, overdueBadge, statusBadge } from '../parts/labels';
import { codeBefore, commitmentLink, organisationLink } from '../parts/links';
import { logo } from '../parts/media';
import { numberIn } from '../parts/number';
import { countByStatus, progressOf } from '../parts/progress';
import { lengthClass, say, titleHtml, titleText } from '../parts/localized-html';
import { fill } from '../words/words';
import { fact, prose } from './commitment/milestones';
import { reportingTable } from './organisation-reporting';

/** Number of reports on the page of an organisation. */
const ORGANISATION_REPORTS = 10;
/** Of those it leads. */
const MAX_COMMITMENTS = 20;
/** Of those it is responsible for or takes part in. */
const MAX_MILESTONES = 20;

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

/** Milestones grouped by commitment, what is overdue first; of many the first ones, and how many more there are. */
function milestoneList(milestones: readonly Milestone[], frame: ContentFrame): Html {
  const { overview, words, language } = frame;
  const late = milestones.filter(({ isOverdue }) => isOverdue).sort(byDeadline);
  const shown = [...late, ...milestones.filter(({ isOverdue }) => !isOverdue)].slice(0, MAX_MILESTONES);
  const groups = [...groupedBy(shown, ({ commitmentId }) => commitmentId)];
  return html`${groups.map(([commitmentId, members]) => {
    const commitment = overview.commitmentById.get(commitmentId ?? '');
    return html`${commitment && html`<h3>${codeBefore(commitment.code)}${commitmentLink(commitment, frame)}</h3>`}
      <ul class="plain due">
        ${members.map(
          ({ code, title, status, isOverdue, timeframe }) =>
            html`<li>
              <span>${codeBefore(code)}${titleHtml(title, frame)}</span>
              <span class="badges">
                <span class="muted">${dateOf(timeframe.endDate, timeframe.endPrecision, language)}</span>
                ${statusBadge(status, frame)} ${overdueBadge(isOverdue, frame)}
              </span>
            </li>`,
        )}
      </ul>`;
  })}
  ${
    shown.length < milestones.length &&
    html`<p class="muted">
      ${fill(language, words.moreMilestones, { count: milestones.length - shown.length })}
    </p>`
  }`;
}

const section = (id: string, heading: string, isEmpty: boolean, content: () => Html): Html =>
  isEmpty
    ? html``
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${heading}</h2>
        ${content()}
      </section>`;

/** What is overdue first; of many the first ones. */
function firstOf(leads: readonly Commitment[]): Commitment[] {
  const late = leads.filter(({ isOverdue }) => isOverdue).sort(byDeadline);
  return [...late, ...leads.filter(({ isOverdue }) => !isOverdue)].slice(0, MAX_COMMITMENTS);
}

/** Link to the list of all it leads, where not all are shown. */
const allLed = (
  { slug }: Organisation,
  { shown, leads }: { readonly shown: readonly Commitment[]; readonly leads: readonly Commitment[] },
  { words, language }: ContentFrame,
): Html =>
  shown.length < leads.length
    ? html`<p><a href="${filteredPath({ agency: slug }, language)}">${words.organisationAll}</a></p>`
    : html``;

/** The commitments an organisation leads: what is overdue first; of many the first ones, with a link to all. */
function ledSection(organisation: Organisation, leads: readonly Commitment[], frame: ContentFrame): Html {
  const { words, language } = frame;
  const { slug } = organisation;
  const late = leads.filter(({ isOverdue }) => isOverdue).length;
  const shown = firstOf(leads);
  return html`${statusFigure(
    countByStatus(leads),
    frame,
    slug === null ? undefined : (status) => filteredPath({ agency: slug, status }, language),
  )}
  ${
    late > 0 &&
    html`<p>
      <a class="late-link" href="${filteredPath({ agency: slug, overdue: 'true' }, language)}"
        >${fill(language, words.planLate, { count: late })}</a
      >
    </p>`
  }
  ${commitmentCards(shown, frame)} ${allLed(organisation, { shown, leads }, frame)}`;
}

/** How it reported on what it leads, period by period; of many commitments the first ones, with a link to all. */
function reportingSection(
  organisation: Organisation,
  leads: readonly Commitment[],
  frame: ContentFrame,
): Html {
  const shown = firstOf(leads);
  return html`${reportingTable(organisation.id, { leads, shown }, frame)}
  ${allLed(organisation, { shown, leads }, frame)}`;
}

/** The commitments it takes part in; of many the first ones, with a link to all. */
const partSection = ({ slug }: Organisation, takesPartIn: readonly Commitment[], frame: ContentFrame): Html =>
  html`${commitmentCards(takesPartIn.slice(0, MAX_COMMITMENTS), frame)}
  ${
    takesPartIn.length > MAX_COMMITMENTS &&
    html`<p>
      <a href="${filteredPath({ partner: slug }, frame.language)}">${frame.words.organisationAllParts}</a>
    </p>`
  }`;

/** An organisation with everything it is responsible for and takes part in. */
export function organisationPage(organisation: Organisation, logos: Logos, frame: ContentFrame): Page {
  const { words, overview, language } = frame;
  const { leads, takesPartIn, responsibleFor, partnerOf } = partsOf(organisation.id, overview);
  const reports = overview.reportsUnder.get(organisation.id) ?? [];
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
          ${titleHtml(organisation.name, frame)}${`${acronym}` !== '' && html` (${acronym})`}
        </h1>
        <dl class="facts inline">
          ${fact(words.kind, html`${kindLabel(organisation.kind, frame)}`)}
          ${fact(words.website, website ? html`<a class="ltr" href="${website}" rel="noopener">${website}</a>` : html``)}
        </dl>
      </header>
      ${prose(organisation.description, frame, 1)}
      ${section('leads', words.leads, leads.length === 0, () => ledSection(organisation, leads, frame))}
      ${section(
        'responsible',
        words.responsibleFor,
        responsibleFor.length === 0,
        () =>
          html`${progressLine(progressOf(responsibleFor), frame)} ${milestoneList(responsibleFor, frame)}`,
      )}
      ${section('part', words.takesPartIn, takesPartIn.length === 0, () => partSection(organisation, takesPartIn, frame))}
      ${section('partner', words.partnerOfMilestones, partnerOf.length === 0, () =>
        milestoneList(partnerOf, frame),
      )}
      ${section('reporting', words.reportingTitle, leads.length === 0, () => reportingSection(organisation, leads, frame))}
      ${section('reports', words.organisationReports, reports.length === 0, () => reportList(reports.slice(0, ORGANISATION_REPORTS), frame))}
      ${!isIdle && followSection(organisation.id, frame)} ${isIdle && html`<p>${words.nothingYet}</p>`}
    </div>`,
  };
}
