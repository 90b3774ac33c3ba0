import { rm } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { makeCommitment } from '../support/milestones';
import { uploadsFolder } from '../support/processes';
import { rawRequest } from '../support/raw-request';
import { stopIndexing } from '../support/search-index';
import { bootTracker, type Tracker } from '../support/tracker';

describe('exports over HTTP', () => {
  let tracker: Tracker;
  const get = (file: string, headers: Record<string, string> = {}, method = 'GET') =>
    rawRequest(`${tracker.url}/api/open-data/${file}`, { method, headers });

  beforeAll(async () => {
    tracker = await bootTracker({
      env: { SEED_DEMO: 'true' },
      isDamaged: 'a row is deleted past the change log',
    });
    await stopIndexing(tracker);
  });
  afterAll(() => tracker.close());

  it('are known by a strong tag, the same for the same file and another one for each representation', async () => {
    const first = await get('commitments.csv');
    expect(first.headers.etag).toMatch(/^"[\w-]+"$/);
    expect((await get('commitments.csv')).headers.etag).toBe(first.headers.etag);
    const others = [
      await get('commitments.csv', { 'accept-encoding': 'gzip' }),
      await get('commitments.csv', { 'accept-encoding': 'br' }),
      await get('commitments.json'),
      await get('commitments.csv?locale=ka'),
      await get('commitments.csv?fields=id'),
      await get('commitments.csv?bom=1'),
      await get('commitments.csv?filters[code][$eq]=1'),
      await get('milestones.csv'),
    ];
    const tags = [first, ...others].map(({ headers }) => headers.etag);
    expect(new Set(tags).size).toBe(tags.length);
    // The same in other words.
    const reordered = await get('commitments.csv?formulas=guard&bom=1');
    expect((await get('commitments.csv?bom=1&formulas=guard')).headers.etag).toBe(reordered.headers.etag);
  });

  it('are not sent to a reader who has them', async () => {
    const { headers, body } = await get('milestones.csv');
    expect(body.length).toBeGreaterThan(100);
    const conditions: Record<string, string>[] = [
      { 'if-none-match': headers.etag! },
      { 'if-none-match': `"other", W/${headers.etag!}` },
      { 'if-none-match': '*' },
      { 'if-none-match': headers.etag!, 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
      { 'if-modified-since': new Date(Date.now() + 5000).toUTCString() },
    ];
    for (const condition of conditions) {
      const answer = await get('milestones.csv', condition);
      expect([condition, answer.status, answer.body.length]).toEqual([condition, 304, 0]);
      for (const name of ['etag', 'cache-control', 'vary', 'last-modified', 'link', 'content-language']) {
        expect([name, answer.headers[name]]).toEqual([name, headers[name]]);
      }
    }
    expect((await get('milestones.csv', { 'if-none-match': '"other"' })).status).toBe(200);
    expect(
      (await get('milestones.csv', { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).status,
    ).toBe(200);
  });

  it('get a new tag when the public may see another file, and only then', async () => {
    const tag = async (file: string) => (await get(file, {}, 'HEAD')).headers.etag;
    const before = await tag('commitments.csv');
    const plans = await tag('action-plans.csv');
    const draft = await makeCommitment(tracker, { title: 'Quiet', published: false });
    expect(await tag('commitments.csv')).toBe(before);
    await tracker.strapi
      .documents('api::commitment.commitment')
      .publish({ documentId: draft, locale: '*' } as never);
    const after = await tag('commitments.csv');
    expect(after).not.toBe(before);
    expect(await tag('action-plans.csv')).toBe(plans);

    // A partner's new name is in the commitments' file.
    const partners = tracker.strapi.documents('api::partner.partner');
    const [partner] = await partners.findMany({ locale: 'en', status: 'published', limit: 1 } as never);
    await partners.update({
      documentId: partner!.documentId,
      locale: 'en',
      data: { name: 'Renamed' },
      status: 'published',
    } as never);
    expect(await tag('commitments.csv')).not.toBe(after);
    await tracker.strapi.documents('api::commitment.commitment').delete({ documentId: draft } as never);
  });

  it.each([
    ['gzip', 'gzip;q=1.0, br;q=0', gunzipSync],
    ['br', 'gzip;q=0.5, br', brotliDecompressSync],
  ])('come packed as %s on request, the same bytes inside', async (coding, accepted, unpack) => {
    const plain = await get('milestones.csv');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const answer = await get('milestones.csv', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.headers.vary).toMatch(/accept-encoding/i);
    expect(unpack(answer.body).equals(plain.body)).toBe(true);
    const again = await get('milestones.csv', {
      'accept-encoding': accepted,
      'if-none-match': answer.headers.etag!,
    });
    expect(again.status).toBe(304);
  });

  it('cost one query to answer a conditional request where nothing has changed', async () => {
    const { strapi } = tracker;
    const asked: string[] = [];
    const note = ({ sql }: { sql: string }) => asked.push(sql);
    for (const file of ['milestones.csv', 'openapi.json', 'summary.json', 'changes.ndjson', '']) {
      const { headers } = await get(file);
      const condition = { 'if-none-match': headers.etag! };
      strapi.db.connection.on('query', note);
      try {
        asked.length = 0;
        const again = await get(file, condition);
        expect([file, again.status, asked.length]).toEqual([file, 304, 1]);
        expect(again.body.length).toBe(0);
        // A page of another site may read it, as it may read the file.
        for (const name of ['etag', 'cache-control', 'vary', 'link', 'access-control-allow-origin']) {
          expect([file, name, again.headers[name]]).toEqual([file, name, headers[name]]);
        }
      } finally {
        strapi.db.connection.removeListener('query', note);
      }
      expect((await get(file, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  it('are sent again after a change, a release, and to who accepts another form', async () => {
    const again = async (file: string, headers: { etag?: string }, more = {}) =>
      (await get(file, { ...more, 'if-none-match': headers.etag! })).status;
    const [commitments, index] = [(await get('commitments.csv')).headers, (await get('')).headers];
    expect([await again('commitments.csv', commitments), await again('', index)]).toEqual([304, 304]);
    expect(await again('commitments.csv', commitments, { 'accept-encoding': 'gzip' })).toBe(200);
    await makeCommitment(tracker, { title: 'New' });
    expect([await again('commitments.csv', commitments), await again('', index)]).toEqual([200, 200]);

    const before = (await get('')).headers;
    expect(await again('', before)).toBe(304);
    const { release } = await tracker.strapi.plugin('accountability').service('releases').make();
    try {
      expect(await again('', before)).toBe(200);
    } finally {
      await rm(path.join(uploadsFolder(), `${release.file.hash}.zip`), { force: true });
    }
  });

  it('answer HEAD as GET, without the body', async () => {
    // In the second of a change HTTP's dates say less than the whole.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const codings: Record<string, string>[] = [{}, { 'accept-encoding': 'gzip' }];
    for (const headers of codings) {
      const [head, whole] = [
        await get('partners.json', headers, 'HEAD'),
        await get('partners.json', headers),
      ];
      expect(head.body.length).toBe(0);
      const comparable = ({ date: _date, connection: _connection, ...rest }: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(rest).filter(([name]) => !/^(transfer|x-response|x-powered|keep)/.test(name)),
        );
      expect(comparable(head.headers)).toEqual(comparable(whole.headers));
      expect(head.headers['x-total-rows']).toMatch(/^\d+$/);
    }
  });

  it('choose the format a reader accepts where the address names none', async () => {
    const negotiated = async (accept?: string) => get('milestones', accept === undefined ? {} : { accept });
    expect((await negotiated()).headers['content-type']).toContain('text/csv');
    const browser = await negotiated('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8');
    expect(browser.headers['content-type']).toContain('text/csv');
    expect((await negotiated('application/xml')).headers['content-type']).toContain('application/xml');
    const json = await negotiated('application/json;q=0.9, text/html');
    expect(json.headers['content-type']).toContain('application/json');
    expect(json.headers['content-location']).toBe(`${tracker.url}/api/open-data/milestones.json`);
    expect(json.headers.vary).toMatch(/\baccept\b(?!-)/i);
    expect(json.body.equals((await get('milestones.json')).body)).toBe(true);
    const refused = await get('milestones', { accept: 'image/png', 'accept-language': 'en' });
    expect(refused.status).toBe(406);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(refused.body.toString())).toMatchObject({
      status: 406,
      mediaTypes: expect.arrayContaining(['text/csv', 'application/json']),
    });
    expect(refused.headers.etag).toBeUndefined();
  });

  it('link to what describes them, to the other formats and to the licence', async () => {
    const { headers } = await get('milestones.csv');
    const base = `${tracker.url}/api/open-data`;
    for (const link of [
      `<${base}/milestones.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`,
      `<${base}/milestones.json>; rel="alternate"; type="application/json"`,
      `<${base}>; rel="collection"`,
      `<${base}/openapi.json>; rel="service-desc"`,
      'rel="license"',
    ]) {
      expect(headers.link).toContain(link);
    }
    expect(headers['access-control-expose-headers']).toMatch(/ETag.*X-Total-Rows/);
    expect(headers['content-disposition']).toContain("filename*=UTF-8''milestones.csv");
    // The description of the whole file is none of a part of it.
    expect((await get('milestones.csv?fields=id')).headers.link).not.toContain('csv-metadata');
  });

  it('give each of many readers the tag of the bytes they got while editors write', async () => {
    const byTag = new Map<string, string>();
    const commitments = tracker.strapi.documents('api::commitment.commitment');
    const documentId = await makeCommitment(tracker, { title: 'Busy' });
    let readers = 2;
    const write = async () => {
      for (let round = 0; readers > 0 && round < 400; round += 1) {
        const data = { title: `Busy ${round}` };
        await commitments.update({ documentId, locale: 'en', data, status: 'published' } as never);
        // One process is both writer and server here: it must come to answer between two writes.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const read = async () => {
      let mixed = 0;
      // A slow machine may answer several times between two writes.
      for (let count = 0; count < 6 || (byTag.size < 2 && count < 60); count += 1) {
        const { status, headers, body } = await get('commitments.csv?fields=id,title_en');
        const text = body.toString();
        expect(status).toBe(200);
        if ((byTag.get(headers.etag!) ?? text) !== text) mixed += 1;
        byTag.set(headers.etag!, text);
      }
      readers -= 1;
      return mixed;
    };
    const [, ...mixed] = await Promise.all([write(), read(), read()]);
    expect(mixed).toEqual([0, 0]);
    expect(byTag.size).toBeGreaterThan(1);
    await commitments.delete({ documentId } as never);
  });

  it('know how many rows there are after each document that comes and goes', async () => {
    const partners = tracker.strapi.documents('api::partner.partner');
    const expectRows = async (count: number) => {
      const { headers, body } = await get('partners.csv');
      const rows = body.toString().trimEnd().split('\r\n').length - 1;
      expect([Number(headers['x-total-rows']), rows]).toEqual([count, count]);
    };
    const { headers } = await get('partners.csv');
    const before = Number(headers['x-total-rows']);
    const data = { name: 'კოალიცია', slug: 'koalicia' };
    const { documentId } = await partners.create({ data, locale: 'ka', status: 'published' } as never);
    await expectRows(before + 1);
    await partners.update({
      documentId,
      data: { name: 'Coalition' },
      locale: 'en',
      status: 'published',
    } as never);
    await expectRows(before + 1);
    await partners.unpublish({ documentId, locale: '*' });
    await expectRows(before);
    await partners.publish({ documentId, locale: 'ka' });
    await expectRows(before + 1);
    await partners.delete({ documentId, locale: '*' });
    await expectRows(before);
  });

  it('never count on a number of rows that somebody made wrong past the change log', async () => {
    const rows = async () => Number((await get('partners.csv')).headers['x-total-rows']);
    const before = await rows();
    expect(await rows()).toBe(before);
    const [partner] = await tracker.strapi.db.connection('partners').select('document_id').limit(1);
    await tracker.strapi.db.connection('partners').where(partner).delete();
    // One that has fewer rows than it said is broken off; what was cached is deleted with it.
    const broken = await get('partners.csv').then(
      ({ status }) => status,
      () => 'broken off',
    );
    expect(broken).not.toBe(200);
    expect(await rows()).toBe(before - 1);
  });
});
