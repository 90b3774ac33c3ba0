import type { StatusChange } from '../content/conversation';
import type { ContentFrame } from '../page';
import { fill } from '../words/words';
import { dateText } from './dates';
import { statusLabel } from './labels';

/** A change of status in words: both states; a recorded state without a previous one. */
export function changeText(
  { asOf, asOfPrecision, from, to }: StatusChange,
  frame: Pick<ContentFrame, 'words' | 'language'>,
): string {
  const { words, language } = frame;
  const state = statusLabel(to.code, frame);
  const date = dateText(asOf, asOfPrecision, language);
  const move = from && fill(language, words.historyFrom, { from: statusLabel(from.code, frame), to: state });
  if (date !== null) return fill(language, words.historyAsOf, { change: move ?? state, date });
  return move ?? fill(language, words.historyFirst, { to: state });
}
