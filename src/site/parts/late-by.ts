import type { Timeframe } from '../content/records';
import { html, type Html } from '../html/html';
import type { Frame } from '../page';
import { fill } from '../words/words';
import { lateShape } from './labels';
import { daysLate } from './lateness';

/** By how many days something is late, in words. */
export const lateBy = (
  { timeframe }: { readonly timeframe: Timeframe },
  { language, words, site }: Pick<Frame, 'language' | 'words' | 'site'>,
): Html =>
  html`<b class="overdue late-by"
    >${lateShape}${fill(language, words.lateBy, { days: daysLate(timeframe, site.today) })}</b
  >`;
