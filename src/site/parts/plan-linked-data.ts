import { planPath, webAddress } from '../addresses';
import type { Plan } from '../content/records';
import { plainText } from '../html/markdown';
import { textFor } from '../languages';
import type { ContentFrame } from '../page';
import { titleText } from './localized-html';

const DESCRIPTION_LENGTH = 500;

/** A plan in the terms of schema.org, with the id under which the linked data of its commitments name it. */
export function planLinkedData(
  plan: Plan,
  slug: string,
  frame: ContentFrame,
): Readonly<Record<string, unknown>> {
  const { base, language } = frame;
  const { startDate, endDate } = plan.timeframe;
  const description = textFor(plan.description, language);
  const place = textFor(plan.jurisdiction, language);
  const source = webAddress(plan.sourceUrl);
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    '@id': `${base}/api/open-data/action-plans/${plan.id}`,
    name: titleText(plan.title, frame),
    url: `${base}${planPath(slug, language)}`,
    ...(description && { description: plainText(description.text, DESCRIPTION_LENGTH) }),
    ...(startDate && { startDate }),
    ...(endDate && { endDate }),
    ...(place && { areaServed: place.text }),
    ...(source && { sameAs: source }),
  };
}
