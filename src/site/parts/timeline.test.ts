import { html } from '../html/html';
import type { Frame } from '../page';
import { wordsOf } from '../words/words';
import { timeline, type TimelineRow } from './timeline';

const frame = { language: 'en', words: wordsOf('en'), site: { today: '2019-06-15' } } as unknown as Frame;

const row = (change: Partial<TimelineRow> = {}): TimelineRow => ({
  label: html`A step`,
  timeframe: {
    startDate: '2019-01-01',
    startPrecision: 'month',
    endDate: '2019-12-01',
    endPrecision: 'month',
    note: {},
  },
  events: [],
  ...change,
});

const shapes = (text: string, className: string): [x: number, width: number][] =>
  [
    ...text.matchAll(
      new RegExp(`<rect\\s+class="${className}"\\s+x="([\\d.]+)%"\\s+y="8"\\s+width="([\\d.]+)%"`, 'g'),
    ),
  ].map(([, x, width]) => [Number(x), Number(width)]);

describe('a timeline', () => {
  it('draws what is planned from the first to the last month, and the month in which it is due', () => {
    const text = `${timeline([row()], frame)}`;
    expect(shapes(text, 'planned')).toEqual([[0, 100]]);
    expect(shapes(text, 'due')).toEqual([[91.51, 8.49]]);
    expect(text).not.toContain('style=');
    expect(text).toContain('January 2019');
  });

  it('has what happened in the picture and in the table, with the time it may have been', () => {
    const event = {
      kind: 'change' as const,
      date: '2019-04-01',
      text: html`Completed: April`,
    };
    const text = `${timeline([row({ events: [{ ...event, precision: 'month' }] })], frame)}`;
    expect(text).toContain('class="event"');
    expect(text).toContain('class="maybe"');
    expect(text).toContain('<li>Completed: April</li>');
    expect(`${timeline([row({ events: [{ ...event, precision: 'day' }] })], frame)}`).not.toContain(
      '"maybe"',
    );
  });

  it('marks today where it is within, and is nothing without dates', () => {
    expect(`${timeline([row()], frame)}`.match(/<line\s+class="now"/g)).toHaveLength(2);
    const later = { ...frame, site: { ...frame.site, today: '2030-01-01' } };
    // Nor is there a sign for it in the legend.
    expect(`${timeline([row()], later)}`.match(/<line\s+class="now"/g)).toBeNull();
    const day = { ...row().timeframe, startDate: null, endDate: null };
    const changes = [{ kind: 'change' as const, date: '2022-12-01', precision: 'month', text: html`x` }];
    const onlyEvents = `${timeline([row({ timeframe: day, events: changes })], frame)}`;
    expect(onlyEvents).not.toMatch(/class="(?:planned|due)"/);
    expect(onlyEvents).toMatch(/<text[^>]*>2022<\/text>/);
    const undated = { startDate: null, startPrecision: null, endDate: null, endPrecision: 'none', note: {} };
    expect(`${timeline([row({ timeframe: undated })], frame)}`).toBe('');
  });
});
