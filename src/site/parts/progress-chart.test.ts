import { monthOf } from '../content/known-states';
import type { Frame } from '../page';
import { wordsOf } from '../words/words';
import { progressFigure, progressSection } from './progress-chart';

const frame = { language: 'en', words: wordsOf('en'), site: { today: '2024-03-15' } } as unknown as Frame;

/** Two commitments: one recorded in January, the other in February, when the first one was completed. */
const changes = new Map([
  [monthOf('2024-01-01'), new Map([['in-progress', 1]])],
  [monthOf('2024-02-01'), new Map([['completed', 1]])],
]);
const now = new Map([
  ['completed', 1],
  ['in-progress', 1],
]);
const text = `${progressFigure(changes, now, frame)}`;

/** Columns of the picture from the left, each with its pieces from the bottom. */
function columnsIn(markup: string): string[][] {
  const [, picture = ''] = /<svg\s+class="bar columns-over-time"(.*?)<\/svg>/s.exec(markup) ?? [];
  const columns = new Map<string, string[]>();
  for (const [rect] of picture.matchAll(/<rect[^>]*>/g)) {
    const [, name = ''] = /class="([^"]*)"/.exec(rect) ?? [];
    const [x = '', y, height] = ['x', 'y', 'height'].map(
      (key) => new RegExp(`\\s${key}="([^"]*)"`).exec(rect)?.[1],
    );
    if (name !== 'rest') columns.set(x, [...(columns.get(x) ?? []), `${name} ${y} ${height}`]);
  }
  return [...columns.values()];
}

const cellsIn = (markup: string): string[][] =>
  markup
    .split('<tr>')
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.trim()));

describe('the chart of progress over time', () => {
  it('has a column per period, what is completed on the ground, as high as its share', () => {
    expect(columnsIn(text)).toEqual([
      ['status-in-progress 100.0 100.0'],
      ['status-completed 100.0 100.0', 'status-in-progress 0.0 100.0'],
      ['status-completed 100.0 100.0', 'status-in-progress 0.0 100.0'],
    ]);
  });

  it('says in a table what the picture shows, with what had no recorded status', () => {
    expect(cellsIn(text)).toEqual([
      ['Period', 'Completed', 'In progress', 'Nothing recorded yet'],
      ['January 2024', '0', '1', '1'],
      ['February 2024', '1', '1', '0'],
      ['March 2024', '1', '1', '0'],
    ]);
  });

  it('is hidden from screen readers and the keyboard but for its words, legend and table', () => {
    expect(text).toMatch(/<svg\s+class="bar columns-over-time"[^>]*aria-hidden="true"[^>]*focusable="false"/);
    expect(text).toMatch(/role="region"\s+aria-label="Progress over time: As a table"\s+tabindex="0"/);
    expect(text).toContain(
      'Completed commitments: 1 of 2 now; 0 at the end of the first period shown (January 2024).',
    );
    const [, legend = ''] = /<ul class="legend">(.*?)<\/ul>/s.exec(text) ?? [];
    expect(legend.match(/<svg class="shape"/g)).toHaveLength(2);
    expect(text).not.toContain('style=');
  });

  it('is nothing without recorded history', () => {
    expect(`${progressFigure(new Map(), now, frame)}`).toBe('');
    expect(`${progressSection(new Map(), now, frame)}`).toBe('');
    expect(`${progressSection(changes, now, frame)}`).toContain('<h2 id="over-time">Progress over time</h2>');
  });
});
