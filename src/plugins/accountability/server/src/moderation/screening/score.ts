import type { ScreeningSettings } from '../definition';
import { linksIn } from './links';
import { wordsIn } from './words';

/** Why a comment looks like spam, as shown to moderators. */
export type ReasonCode =
  'trap-filled' | 'filled-in-too-fast' | 'text-repeated' | 'many-links' | 'link-in-name' | 'listed-words';

export interface ScreeningReason {
  readonly code: ReasonCode;
  /** What it adds to the score. */
  readonly points: number;
  /** Quantity: seconds, repetitions, links or words. */
  readonly count: number;
}

export interface Screening {
  /** 0 to 100; 100 is a bot for certain. */
  readonly score: number;
  readonly reasons: readonly ScreeningReason[];
}

/** Input of the screening. */
export interface ScreeningInput {
  readonly name: string;
  readonly body: string;
  readonly trapped: boolean;
  /** Since the form was shown; null if unknown. */
  readonly seconds: number | null;
  /** Number of recent repetitions of the text. */
  readonly repetitions: number;
}

const MAX_SCORE = 100;

/** The spam score of a submission, with the reasons; pure. */
export function screen(
  { name, body, trapped, seconds, repetitions }: ScreeningInput,
  { quickestSeconds, links: usual, words }: ScreeningSettings,
): Screening {
  const links = linksIn(body);
  const nameLinks = linksIn(name);
  const listed = wordsIn(`${name}\n${body}`, words);
  const found: (ScreeningReason | false)[] = [
    trapped && { code: 'trap-filled', points: MAX_SCORE, count: 1 },
    // Not certain: a page may request its challenge late.
    seconds !== null &&
      seconds < quickestSeconds && { code: 'filled-in-too-fast', points: 60, count: Math.floor(seconds) },
    // The first repetition may be a double click.
    repetitions > 0 && {
      code: 'text-repeated',
      points: repetitions > 2 ? MAX_SCORE : 30 * repetitions,
      count: repetitions,
    },
    links > usual && { code: 'many-links', points: Math.min(60, 20 * (links - usual)), count: links },
    nameLinks > 0 && { code: 'link-in-name', points: 60, count: nameLinks },
    listed > 0 && { code: 'listed-words', points: Math.min(80, 40 * listed), count: listed },
  ];
  const reasons = found.filter((reason): reason is ScreeningReason => reason !== false);
  return {
    score: Math.min(
      MAX_SCORE,
      reasons.reduce((sum, { points }) => sum + points, 0),
    ),
    reasons,
  };
}
