import type { Report } from '../../content/commitment-details';
import type { StatusChange } from '../../content/conversation';
import type { Commitment, Milestone } from '../../content/records';
import { html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { codeBefore } from '../../parts/links';
import { titleHtml } from '../../parts/localized-html';
import type { TimelineEvent, TimelineRow } from '../../parts/timeline';
import { changeEvent, reportEvents } from '../../parts/timeline-events';
import { milestoneAnchor } from '../../parts/milestone-anchor';

/** The lines of a commitment's timeline: its own, and one for each milestone. */
export function timelineRows(
  {
    commitment,
    milestones,
    history,
    reports,
  }: {
    readonly commitment: Commitment;
    readonly milestones: readonly Milestone[];
    readonly history: readonly StatusChange[];
    readonly reports: readonly Report[];
  },
  frame: ContentFrame,
): TimelineRow[] {
  const eventsOf = (collection: string, id: string, own: readonly Report[]): TimelineEvent[] => [
    ...history
      .filter(({ subject }) => subject.collection === collection && subject.documentId === id)
      .map((change) => changeEvent({ ...change, status: change.to.code }, frame)),
    ...own.flatMap((report) => reportEvents(report, frame)),
  ];
  return [
    {
      label: html`<b>${frame.words.timelineWhole}</b>`,
      timeframe: commitment.timeframe,
      events: eventsOf(
        'commitments',
        commitment.id,
        reports.filter(({ milestoneId }) => milestoneId === null),
      ),
    },
    ...milestones.map((milestone) => ({
      label: html`<a href="#${milestoneAnchor(milestone)}"
        >${codeBefore(milestone.code)}${titleHtml(milestone.title, frame)}</a
      >`,
      timeframe: milestone.timeframe,
      events: eventsOf(
        'milestones',
        milestone.id,
        reports.filter(({ milestoneId }) => milestoneId === milestone.id),
      ),
    })),
  ];
}
