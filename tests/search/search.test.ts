import {
  approvedComment,
  moderate,
  NO_LIMITS,
  SECRET_MAIL,
  sendComment,
  writtenComment,
} from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { indexed, marked, plainText, search, write } from '../support/search';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const PARTNER = 'api::partner.partner';

describe('the search', () => {
  let tracker: Tracker;
  let agency: string;
  let commitment: string;
  let milestone: string;
  const ids = async (q: string, more: Record<string, string> = {}) => {
    await indexed(tracker);
    return (await search(tracker, q, more)).body.data.map(({ documentId }) => documentId);
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    agency = await write(tracker, {
      uid: PARTNER,
      data: { slug: 'kutaisi-city-hall', contactEmail: 'private.mail@example.org' },
      texts: { ka: { name: 'ქუთაისის მერია' }, en: { name: 'Kutaisi City Hall', acronym: 'KCH' } },
    });
    commitment = await write(tracker, {
      uid: COMMITMENT,
      data: {
        slug: 'public-spaces',
        code: '2.2',
        leadAgencies: [agency],
        identifiers: [{ scheme: 'OGP', value: 'GE0082' }],
      },
      texts: {
        ka: {
          title: 'საჯარო სივრცეების განვითარება',
          description: '<p>პარკების <b>მოწყობა</b> ქალაქში.</p>',
        },
        en: { title: 'Development of public spaces', description: 'Parks for everybody.' },
      },
    });
    milestone = await write(tracker, {
      uid: MILESTONE,
      data: { code: '2.2.1', commitment },
      texts: { ka: { title: 'სკვერის განახლება' }, en: { title: 'Renewal of the square' } },
    });
    await indexed(tracker);
  });
  afterAll(() => tracker.close());

  it('finds a commitment by its own words, in either language', async () => {
    const { body } = await search(tracker, 'საჯარო სივრცე');
    expect(body.data).toMatchObject([
      {
        kind: 'commitment',
        documentId: commitment,
        locale: 'ka',
        page: '/commitments/public-spaces',
        place: null,
      },
    ]);
    expect(marked(body.data[0]!.title)).toEqual(['საჯარო', 'სივრცეების']);
    expect(plainText(body.data[0]!.title)).toBe('საჯარო სივრცეების განვითარება');
    const english = await search(tracker, 'public spaces', { locale: 'en' });
    expect(english.body.data).toMatchObject([
      { documentId: commitment, locale: 'en', page: '/commitments/public-spaces?locale=en' },
    ]);
    expect(english.headers.get('content-language')).toBe('en');
  });

  it('names the place of what is found in a milestone, in the language it is found in', async () => {
    const { body } = await search(tracker, 'სკვერში');
    expect(body.data).toMatchObject([
      {
        documentId: commitment,
        field: 'title',
        place: { name: 'milestone', documentId: milestone, label: 'ეტაპი 2.2.1', code: '2.2.1' },
      },
    ]);
    expect(body.data[0]!.snippet).toEqual([
      { text: 'სკვერის', mark: true },
      { text: ' განახლება', mark: false },
    ]);
    expect((await search(tracker, 'renewal', { locale: 'en' })).body.data[0]!.place!.label).toBe(
      'Milestone 2.2.1',
    );
  });

  it('shows no HTML of a text, and finds it without its tags', async () => {
    const { body } = await search(tracker, '"პარკების მოწყობა"');
    expect(body.data.map(({ documentId }) => documentId)).toEqual([commitment]);
    expect(plainText(body.data[0]!.snippet)).toBe('პარკების მოწყობა ქალაქში.');
  });

  it('puts what has a code as its own first', async () => {
    expect((await ids('2.2'))[0]).toBe(commitment);
    expect(await ids('ge0082')).toEqual([commitment]);
    expect((await ids('2.2.1'))[0]).toBe(commitment);
  });

  it('counts the kinds, and finds one alone', async () => {
    const { body } = await search(tracker, 'kutaisi');
    expect(body.meta.kinds).toEqual({ commitment: 1, 'action-plan': 0, partner: 1, comment: 0 });
    expect(body.meta.pagination).toEqual({ page: 1, pageSize: 20, pageCount: 1, total: 2 });
    expect(await ids('kutaisi', { kind: 'partner' })).toEqual([agency]);
    const second = await search(tracker, 'kutaisi', { page: '2', pageSize: '1' });
    expect(second.body.data).toHaveLength(1);
    expect(second.body.meta.pagination).toEqual({ page: 2, pageSize: 1, pageCount: 2, total: 2 });
  });

  it('follows each change: of a title, of a milestone, of an agency', async () => {
    const { strapi } = tracker;
    await strapi.documents(PARTNER).update({
      documentId: agency,
      locale: 'en',
      data: { name: 'Municipality of Kutaisi' },
      status: 'published',
    } as never);
    expect(await ids('municipality')).toEqual(expect.arrayContaining([commitment, agency]));
    const other = await write(tracker, {
      uid: MILESTONE,
      data: { code: '2.2.2', commitment },
      texts: { en: { title: 'Lanterns' } },
    });
    expect(await ids('lanterns')).toEqual([commitment]);
    await strapi.documents(MILESTONE).update({
      documentId: other,
      locale: 'en',
      data: { title: 'Benches' },
      status: 'published',
    } as never);
    expect(await ids('lanterns')).toEqual([]);
    expect(await ids('benches')).toEqual([commitment]);
    await strapi.documents(MILESTONE).delete({ documentId: other, locale: '*' } as never);
    expect(await ids('benches')).toEqual([]);
  });

  it('never finds a draft, and leaves out at once what is unpublished', async () => {
    const { strapi } = tracker;
    const draft = await write(tracker, {
      uid: COMMITMENT,
      data: { slug: 'secret-plan' },
      texts: { en: { title: 'Zebra crossings' } },
      published: false,
    });
    expect(await ids('zebra')).toEqual([]);
    await strapi.documents(COMMITMENT).publish({ documentId: draft, locale: 'en' } as never);
    expect(await ids('zebra')).toEqual([draft]);
    await strapi.documents(COMMITMENT).update({
      documentId: draft,
      locale: 'en',
      data: { title: 'Giraffe crossings' },
    } as never);
    expect(await ids('giraffe')).toEqual([]);
    await strapi.documents(COMMITMENT).unpublish({ documentId: draft, locale: 'en' } as never);
    // The index has not followed yet, and yet:
    expect((await search(tracker, 'zebra')).body.data).toEqual([]);
    await strapi.documents(COMMITMENT).delete({ documentId: draft, locale: '*' } as never);
  });

  it('never finds what is private', async () => {
    expect(await ids('private.mail')).toEqual([]);
    expect(await ids('"private.mail@example.org"')).toEqual([]);
  });

  it('finds comments apart, once they are approved and as long as they are', async () => {
    const { body: sent } = await sendComment(tracker, commitment, {
      ...writtenComment(),
      body: 'Flamingos would be welcome',
    });
    expect(await ids('flamingos', { kind: 'comment' })).toEqual([]);
    await moderate(tracker, sent.data!.documentId, 'approve');
    expect(await ids('flamingos', { kind: 'comment' })).toEqual([sent.data!.documentId]);
    expect(await ids('flamingos')).toEqual([]);
    expect(await ids(SECRET_MAIL, { kind: 'comment' })).toEqual([]);
    await moderate(tracker, sent.data!.documentId, 'hide');
    expect((await search(tracker, 'flamingos', { kind: 'comment' })).body.data).toEqual([]);
    const reply = await approvedComment(tracker, commitment, { body: 'Pelicans as well' });
    const found = await ids('pelican', { kind: 'comment' });
    expect(found).toEqual([reply]);
  });

  it('answers 304 to who has the answer, until something changes', async () => {
    await indexed(tracker);
    const address = `${tracker.url}/api/search?q=kutaisi`;
    const etag = (await fetch(address)).headers.get('etag') as string;
    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    await tracker.strapi.documents(PARTNER).update({
      documentId: agency,
      locale: 'en',
      data: { acronym: 'MK' },
      status: 'published',
    } as never);
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('looks for what surrounds a character that no database can store', async () => {
    const { status } = await jsonRequest(`${tracker.url}/api/search?q=open%00data`);
    expect(status).toBe(200);
  });

  it.each([
    ['', ['q']],
    ['q=', ['q']],
    ['q=%20', ['q']],
    [`q=${'x'.repeat(201)}`, ['q']],
    ['q=a&q=b', ['q']],
    ['q[$eq]=a', ['q']],
    ['q=a&kind=milestone', ['kind']],
    ['q=a&locale=xx', ['locale']],
    ['q=a&page=0&pageSize=101', ['page', 'pageSize']],
    ['q=a&page=1000&pageSize=100', ['page']],
    ['q=a&filters[title]=b', ['filters']],
    ['__proto__=0', ['q']],
  ])('refuses "%s" with a problem document', async (query, parameters) => {
    const { status, headers, body } = await jsonRequest<{ errors: { parameter: string; message: string }[] }>(
      `${tracker.url}/api/search?${query}`,
    );
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.errors.map(({ parameter }) => parameter)).toEqual(parameters);
    for (const { message } of body.errors) expect(message).toMatch(/\S/);
  });

  it('is rebuilt where it is missing, of another version, or ahead of the change log', async () => {
    const { strapi } = tracker;
    const knex = strapi.db.connection;
    const isFound = async () => {
      for (const end = Date.now() + 30_000; Date.now() < end;) {
        const answer = await search(tracker, 'kutaisi');
        expect(answer.status).toBe(200);
        if (answer.body.meta.index.isComplete && answer.body.data.length === 2) return true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return false;
    };
    await indexed(tracker);
    await knex('accountability_search_state').update({ analyser: 'old' });
    await knex('accountability_search_entries').update({ shown: '{"title":"old","page":null,"places":[]}' });
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const { body } = await search(tracker, 'kutaisi');
      if (body.data.length === 2 && body.data.every(({ title }) => plainText(title) !== 'old')) break;
    }
    expect((await search(tracker, 'kutaisi')).body.data.map(({ title }) => plainText(title))).not.toContain(
      'old',
    );

    await knex('accountability_search_state').update({ position: 1_000_000 });
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      if ((await search(tracker, 'kutaisi')).body.meta.index.sequence < 1_000_000) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await indexed(tracker);
    expect((await search(tracker, 'kutaisi')).body.meta.index.sequence).toBeLessThan(1_000_000);

    await knex.raw('DROP TABLE accountability_search_index');
    await knex.raw('DROP TABLE accountability_search_state');
    expect(await isFound()).toBe(true);
  });

  it('puts what has all words in its title before what only mentions them, however often', async () => {
    const often = await write(tracker, {
      uid: COMMITMENT,
      data: { slug: 'often-mentioned' },
      texts: {
        en: {
          title: 'Quarterly bulletins',
          description: 'Lake shores, lake shores and lake shores. '.repeat(8),
        },
      },
    });
    const named = await write(tracker, {
      uid: COMMITMENT,
      data: { slug: 'named-by-words' },
      texts: {
        en: {
          title: 'A long title that has the shores of every lake of the country somewhere',
          description: `One line. \\\n${'Other words of it. '.repeat(60)}`,
        },
      },
    });
    expect(await ids('lake shores')).toEqual([named, often]);
    const { body } = await search(tracker, 'one line other', {});
    expect(body.data[0]).toMatchObject({ documentId: named });
    expect(plainText(body.data[0]!.snippet)).toContain('One line. Other words');
  });
});
