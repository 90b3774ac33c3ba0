import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

type Node = DefaultTreeAdapterTypes.ChildNode;

const FIELDS = ['description', 'problem', 'expectedResult', 'result'];
/** Elements of a long text, and their attributes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['p', 'h3', 'h4', 'h5', 'h6', 'ul', 'li', 'blockquote', 'pre', 'hr', 'br'].map((name) => [name, []]),
  ),
  ...Object.fromEntries(['strong', 'em', 'code', 's', 'sub', 'sup'].map((name) => [name, []])),
  a: ['href', 'rel'],
  ol: ['start'],
};

const HOSTILE = [
  '# Title\n\n**Words** <b onclick="mark(1)">bold</b> [a](https://example.org/) [b](javascript:mark(2))',
  '<a href="java&#10;script:mark(3)">c</a> <a href="https://example.org/"onmouseover="mark(4)">d</a>',
  '<script>mark(5)</script><svg><style><img src=x onerror=mark(6)></style></svg><math><mi xlink:href="mark(7)">',
  '<noscript><p title="</noscript><img src=x onerror=mark(8)>"></noscript>',
  '<textarea><img src=x onerror=mark(9)></textarea><form action="//example.org"><input name="x"></form>',
  '<table><td><iframe src="//example.org"></iframe></table><base href="//example.org"><meta http-equiv="refresh">',
  '</div></section></main></html><h1>Title</h1><div id="main" class="x" style="position: fixed">end</div>',
].join('\n\n');

/** The long texts of a page. */
function proseOf(page: string): readonly Node[][] {
  const found: Node[][] = [];
  const look = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('attrs' in node)) continue;
      if (node.attrs.some(({ name, value }) => name === 'class' && value === 'prose'))
        found.push(node.childNodes);
      else look(node.childNodes);
    }
  };
  look(parseFragment(page).childNodes);
  return found;
}

const elementsIn = (nodes: readonly Node[]): DefaultTreeAdapterTypes.Element[] =>
  nodes.flatMap((node) => ('attrs' in node ? [node, ...elementsIn(node.childNodes)] : []));

describe('texts of editors on a page', () => {
  let tracker: Tracker;

  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  /** A published commitment with a text in each of its fields, by its address. */
  async function publish(title: string, text: string): Promise<string> {
    const documents = tracker.strapi.documents('api::commitment.commitment');
    const data = { title, slug: title, ...Object.fromEntries(FIELDS.map((field) => [field, text])) };
    const { documentId } = await documents.create({ locale: 'en', data } as never);
    await documents.publish({ documentId, locale: '*' } as never);
    return `/commitments/${title}?locale=en`;
  }

  it('have no element and no attribute but those allowed, as a browser reads the page', async () => {
    const { text, status } = await readPage(tracker, await publish('hostile', HOSTILE));
    expect(status).toBe(200);
    const texts = proseOf(text);
    expect(texts).toHaveLength(FIELDS.length);
    for (const nodes of texts) {
      const elements = elementsIn(nodes);
      expect(elements.map(({ tagName }) => tagName)).toEqual(expect.arrayContaining(['strong', 'a']));
      for (const { tagName, attrs } of elements) {
        expect(Object.keys(ALLOWED)).toContain(tagName);
        for (const { name, value } of attrs) {
          expect(ALLOWED[tagName]).toContain(name);
          if (name === 'href') expect(value).toBe('https://example.org/');
        }
      }
    }
  });

  it('take time that grows with their length', async () => {
    // A heading with blanks and a line separator: 1.5 kB took the former renderer seconds.
    const heading = `# ${' '.repeat(250)}a\u2028b\n\n`;
    const plain = await publish('plain', 'word and word \n\n'.repeat(320));
    const paths = [plain, await publish('headings', heading.repeat(6))];
    const costs: number[] = [];
    for (const path of paths) {
      const before = process.cpuUsage();
      expect((await readPage(tracker, path)).status).toBe(200);
      const { user, system } = process.cpuUsage(before);
      costs.push((user + system) / 1000);
    }
    expect((costs[1] as number) - (costs[0] as number)).toBeLessThan(1_500);
  });

  it('have a bounded depth, and keep their words', async () => {
    const deep = ['> '.repeat(300), '<ul><li>'.repeat(300), '*'.repeat(600)].map((sign) => `${sign}word`);
    const { text, status } = await readPage(
      tracker,
      await publish('deep', `${deep.join('\n\n')}${'*'.repeat(600)}`),
    );
    expect(status).toBe(200);
    const depthOf = (nodes: readonly Node[]): number =>
      Math.max(0, ...nodes.map((node) => ('childNodes' in node ? 1 + depthOf(node.childNodes) : 0)));
    for (const nodes of proseOf(text)) expect(depthOf(nodes)).toBeLessThan(60);
    expect(text.match(/word/g)?.length).toBeGreaterThanOrEqual(3 * FIELDS.length);
  });

  it('are shown as they were written where they are too long for markup', async () => {
    const { text } = await readPage(
      tracker,
      await publish('long', `**a** <b>b</b>\n\n${'c '.repeat(25_000)}`),
    );
    expect(text).toContain('<p>**a** &lt;b&gt;b&lt;/b&gt;</p>');
  });
});
