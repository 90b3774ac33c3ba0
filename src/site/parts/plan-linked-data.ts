import { periodOf as spanOf, type Precision } from 'strapi-plugin-accountability/server';
import { planPath, webAddress } from '../addresses';
import type { Plan } from '../content/records';
import { plainText } from '../html/markdown';
import { textFor } from '../languages';
import type { ContentFrame } from '../page';
import { isoDateOf } from './dates';
import { titleText } from './localized-html';

const DESCRIPTION_LENGTH = 500;

/** Of a quarter or a season, the month in which it begins or ends. */
const monthOf = (day: string | undefined): string | undefined => day?.slice(0, 7);

/**
 * A plan in the terms of schema.org, with the id under which the linked data of its commitments name it. Its dates are as
 * exact as they are known.
 */
export function planLinkedData(
  plan: Plan,
  slug: string,
  frame: ContentFrame,
): Readonly<Record<string, unknown>> {
  const { base, language } = frame;
  const { startDate, startPrecision, endDate, endPrecision } = plan.timeframe;
  const start =
    isoDateOf(startDate, startPrecision) ?? monthOf(spanOf(startDate, startPrecision as Precision)?.earliest);
  const end = isoDateOf(endDate, endPrecision) ?? monthOf(spanOf(endDate, endPrecision as Precision)?.latest);
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
    ...(start && { startDate: start }),
    ...(end && { endDate: end }),
    ...(place && { areaServed: place.text }),
    ...(source && { sameAs: source }),
  };
}
