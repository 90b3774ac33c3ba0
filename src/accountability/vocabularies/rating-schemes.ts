import type { ColumnValue } from 'strapi-plugin-accountability/declare';
import { type WordKey, word } from '../../words/word';
import { valuesOf, type Code } from './codes';

/** What the Independent Reporting Mechanism rates, and on which scale. */
export interface RatingScheme {
  readonly code: Code;
  /** The steps of the scale; none where what is published follows no list. A rating may hold words of its own. */
  readonly values: readonly ColumnValue[];
}

const ratings = (...codes: WordKey<'rating-values'>[]): ColumnValue[] =>
  codes.map((value) => ({ value, labels: word('rating-values', value) }));

/** The schemes a site can use, in the order in which forms offer them. */
export const RATING_SCHEMES: readonly RatingScheme[] = [
  {
    code: 'completion',
    values: [
      ...valuesOf([
        'no-evidence-available',
        'not-started',
        'limited',
        'substantial',
        'complete',
        'withdrawn',
      ]),
      ...ratings('unclear'),
    ],
  },
  { code: 'verifiability', values: ratings('verifiable', 'not-verifiable') },
  { code: 'relevance', values: [] },
  {
    // With the steps of "potential impact", which it was called until 2020.
    code: 'potential-for-results',
    values: [
      ...ratings('unclear', 'modest'),
      ...valuesOf(['substantial']),
      ...ratings('none', 'minor', 'moderate', 'transformative'),
    ],
  },
  { code: 'early-results', values: [] },
  { code: 'starred', values: [] },
  { code: 'specificity', values: ratings('none', 'low', 'medium', 'high') },
  {
    code: 'did-it-open-government',
    values: ratings('worsened', 'did-not-change', 'marginal', 'major', 'outstanding'),
  },
];
