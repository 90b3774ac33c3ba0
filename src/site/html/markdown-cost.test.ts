import { oneLine } from 'strapi-plugin-accountability/server';
import { loadHtmlTree } from './html-tree';
import { markdown, plainText } from './markdown';

beforeAll(loadHtmlTree);

const HOSTILE = [
  ...['*', '_', '**a', '*a **a ', '*a*', '[', '![', '[a](', '[a](<', '![[]()', '`', '``a`', '~~', '&', '\\'],
  ...['> ', '> a\n\n', '- \n', '* a\n', '1. a\n', '# ', '\n>', 'a\n', '```\n', '[a]: b\n', '|a\n|-\n'],
  ...[
    '<',
    '<b>',
    '<b></i>',
    '<p><b>',
    '<ul>',
    '<ul><li>',
    '<li>',
    '<sub><li>',
    '<h2><b>',
    '<br> ',
    '<td>',
    '</p>',
  ],
  ...[
    '<!--',
    '<script>',
    '<script></script',
    '<style></script>',
    '<a ',
    '<a b="',
    `<a b='<a b="`,
    '<a b="" ',
    '<?a',
    '<!a ',
  ],
  ...['<a href="https://a.b/">', '<b><i><s><p>a', '<img alt="', '<a' + ' '.repeat(50)],
];

/** Processor time in ms, which is independent of other programs; the minimum of some. */
function cost(work: () => unknown): number {
  const costs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

describe('the time a text takes', () => {
  // Four times the text: 4 times the work where it is linear, 16 times where it is quadratic. Below a tenth of a
  // second noise dominates.
  const SHORT = 5_000;
  const NOISE = 100;
  const show = (text: string): unknown => [`${markdown(text)}`, plainText(text, 160), oneLine(text)];

  it.each(HOSTILE)('grows with the length of %j repeated', (sign) => {
    const text = (length: number) => sign.repeat(Math.ceil(length / sign.length)).slice(0, length);
    const short = cost(() => show(text(SHORT)));
    expect(cost(() => show(text(4 * SHORT)))).toBeLessThan(Math.max(10 * short, NOISE));
  });

  it.each([
    ['a heading of blanks', (length: number) => `# ${' '.repeat(length)}a`],
    ['a heading that ends in signs', (length: number) => `# a${' #'.repeat(length / 2)}a`],
    ['openings, then ends', (length: number) => '['.repeat(length / 2) + '](a)'.repeat(length / 8)],
    ['elements, then other ends', (length: number) => '<b>'.repeat(length / 6) + '</i>'.repeat(length / 8)],
    ['attributes', (length: number) => `<a ${'b=c '.repeat(length / 4)}`],
  ])('grows with the length of %s', (_name, text) => {
    const short = cost(() => show(text(SHORT)));
    expect(cost(() => show(text(4 * SHORT)))).toBeLessThan(Math.max(10 * short, NOISE));
  });
});
