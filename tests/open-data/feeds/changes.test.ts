import { bootFeeds, type Feeds } from '../../support/feeds';
import { jsonRequest } from '../../support/json-request';
import { makeMilestone, parentOfMilestones } from '../../support/milestones';
import type { Tracker } from '../../support/tracker';

const FEEDS = ['changes.ndjson', 'changes.atom', 'deadlines.ics'];

interface Line {
  sequence: number;
  dataset: string;
  id: string;
  change: string;
  at: string;
  url?: string;
}

describe('the feeds', () => {
  let feeds: Feeds;
  let tracker: Tracker;
  beforeAll(async () => {
    feeds = await bootFeeds();
    ({ tracker } = feeds);
  });
  afterAll(() => tracker.close());

  const changes = async (query: string) => {
    const answer = await feeds.get(`changes.ndjson?${query}`);
    expect(answer.status).toBe(200);
    const lines = answer.text.split('\n').filter(Boolean);
    return { ...answer, lines: lines.map((line) => JSON.parse(line) as Line) };
  };
  const lastSequence = async (): Promise<number> => {
    const { headers } = await changes('since=0&limit=10000');
    return Number(headers.get('x-last-sequence'));
  };

  it('of changes lists each public change in order, with the way to the row, and tombstones', async () => {
    await parentOfMilestones(tracker);
    const since = await lastSequence();
    const draft = await makeMilestone(tracker, { title: 'Secret', published: false });
    const documentId = await makeMilestone(tracker, { title: 'Known' });
    await feeds.move(documentId, 'start');
    await feeds.move(draft, 'start');
    const during = (await changes(`since=${since}`)).lines;
    expect(during.map(({ change, dataset, id }) => [change, dataset, id])).toEqual([
      ['created', 'milestones', documentId],
      ['transition', 'milestones', documentId],
    ]);
    const { body } = await jsonRequest<{ data: { id: string; title_en: string }[] }>(during[0]!.url!);
    expect(body.data).toMatchObject([{ id: documentId, title_en: 'Known en' }]);

    await feeds.milestones().unpublish({ documentId, locale: '*' } as never);
    await feeds.milestones().delete({ documentId, locale: '*' } as never);
    await feeds.milestones().delete({ documentId: draft, locale: '*' } as never);
    const { lines, text } = await changes(`since=${since}`);
    expect(lines.slice(2)).toMatchObject([{ change: 'unpublished', id: documentId }]);
    expect(lines[2]).not.toHaveProperty('url');
    expect(text).not.toContain(draft);
    expect(lines.map(({ sequence }) => sequence)).toEqual(
      lines.map(({ sequence }) => sequence).sort((one, other) => one - other),
    );
  });

  it('of changes are read page by page, and are not at an end but empty', async () => {
    const all = await changes('since=0&limit=10000');
    expect(all.lines.length).toBeGreaterThan(15);
    const [read, addresses]: [Line[], string[]] = [[], [feeds.address('changes.ndjson?since=0&limit=7')]];
    for (const next of addresses) {
      const response = await fetch(next);
      const lines = (await response.text()).split('\n').filter(Boolean);
      expect(lines.length).toBeLessThanOrEqual(7);
      read.push(...lines.map((line) => JSON.parse(line) as Line));
      expect(response.headers.get('x-last-sequence')).toBe(String(read.at(-1)!.sequence));
      const link = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '');
      if (link) addresses.push(link[1]!);
    }
    expect(read).toEqual(all.lines);
    const beyond = await changes('since=999999999');
    expect([beyond.lines, beyond.headers.get('x-last-sequence')]).toEqual([[], '999999999']);
    expect(beyond.headers.get('link')).not.toContain('rel="next"');
  });

  it.each([
    ['changes.ndjson?since=-1', 'since'],
    ['changes.ndjson?since=x', 'since'],
    ['changes.ndjson?since=1&since=2', 'since'],
    ['changes.ndjson?since=99999999999999999999', 'since'],
    ['changes.ndjson?limit=0', 'limit'],
    ['changes.ndjson?limit=10001', 'limit'],
    ['changes.ndjson?from=1', 'from'],
    ['changes.atom?locale=fr', 'locale'],
    ['changes.atom?before=soon', 'before'],
    ['deadlines.ics?locale=ka&locale=en', 'locale'],
    ['deadlines.ics?fields=id', 'fields'],
  ])('answer %s with a 400 that names the parameter', async (file, parameter) => {
    const { status, headers, body } = await jsonRequest<{ errors: object[] }>(feeds.address(file));
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('etag')).toBeNull();
    expect(body.errors).toEqual([{ parameter, message: expect.stringMatching(/.{10}/) as string }]);
  });

  it.each(FEEDS)(
    '%s is recognised again, by its tag and by its date, until something changes',
    async (file) => {
      const [first, second] = [await feeds.get(file), await feeds.get(file)];
      const [etag, modified] = ['etag', 'last-modified'].map((name) => first.headers.get(name)!);
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(second.text).toBe(first.text);
      const head = await feeds.get(file, { method: 'HEAD' });
      expect(head.text).toBe('');
      for (const name of ['etag', 'content-type', 'content-length', 'link', 'cache-control']) {
        expect([name, head.headers.get(name)]).toEqual([name, first.headers.get(name)]);
      }
      const conditions: Record<string, string>[] = [
        { 'If-None-Match': etag! },
        { 'If-None-Match': `"other", W/${etag}` },
        { 'If-None-Match': '*' },
        { 'If-None-Match': etag!, 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
        { 'If-Modified-Since': new Date(Date.now() + 2000).toUTCString() },
      ];
      for (const headers of conditions) {
        for (const method of ['GET', 'HEAD']) {
          const known = await feeds.get(file, { method, headers });
          expect([headers, known.status, known.text]).toEqual([headers, 304, '']);
          expect(known.headers.get('etag')).toBe(etag);
          expect(known.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
          expect(known.headers.get('access-control-allow-origin')).toBe('*');
        }
      }
      const missed = { 'If-None-Match': '"other"', 'If-Modified-Since': modified! };
      expect((await feeds.get(file, { headers: missed })).status).toBe(200);
      await makeMilestone(tracker);
      expect((await feeds.get(file, { headers: { 'If-None-Match': etag! } })).status).toBe(200);
      const exposed = first.headers.get('access-control-expose-headers') ?? '';
      const names = ['ETag', 'Last-Modified', 'Link', 'X-Total-Rows', 'Content-Disposition', 'Repr-Digest'];
      expect(exposed.split(',')).toEqual(expect.arrayContaining([...names, 'X-Last-Sequence']));
    },
  );
});
