import { createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Entry {
  documentId: string;
  [field: string]: unknown;
}
interface Answer {
  data: Entry;
  error?: { message: string };
}

const COMMITMENT = 'api::commitment.commitment';

describe('one truth per document, two languages', () => {
  let tracker: Tracker;
  let token: string;

  const send = async (method: string, address: string, data: object): Promise<Entry> => {
    const { status, body } = await jsonRequest<Answer>(`${tracker.url}/api/${address}`, {
      method,
      token,
      body: { data },
    });
    expect([status < 300, body.error]).toEqual([true, undefined]);
    return body.data;
  };
  const read = async (address: string): Promise<Entry> =>
    (await jsonRequest<Answer>(`${tracker.url}/api/${address}`, { token })).body.data;
  const partner = (name: string) => send('POST', 'partners?locale=ka', { name });
  const slugs = (list: unknown) => (list as Entry[]).map(({ slug }) => slug);

  beforeAll(async () => {
    tracker = await bootTracker();
    token = await createFullAccessToken(tracker);
  });
  afterAll(() => tracker.close());

  it('copies dates, codes, statuses and components to every language and version', async () => {
    const { documentId } = await send('POST', 'commitments?locale=ka', { title: 'ერთი', code: '1' });
    await send('PUT', `commitments/${documentId}?locale=en`, { title: 'One' });
    await send('PUT', `commitments/${documentId}?locale=ka`, {
      code: '2',
      order: 5,
      timeframe: { startDate: '2018-10-01', startPrecision: 'month' },
      identifiers: [{ scheme: 'ogp', value: 'GE0082' }],
    });
    for (const version of ['published', 'draft']) {
      expect(await read(`commitments/${documentId}?locale=en&status=${version}&populate=*`)).toMatchObject({
        title: 'One',
        code: '2',
        order: 5,
        timeframe: { startDate: '2018-10-01', startPrecision: 'month' },
        identifiers: [{ scheme: 'ogp', value: 'GE0082' }],
      });
    }
  });

  it('keeps the languages equal after a draft was discarded and changed back', async () => {
    const { documentId } = await send('POST', 'commitments?locale=ka', { title: 'ორი', order: 1 });
    await send('PUT', `commitments/${documentId}?locale=en`, { title: 'Two' });
    const documents = tracker.strapi.documents(COMMITMENT);
    const order = (locale: string, value: number) =>
      documents.update({ documentId, locale, data: { order: value } } as never);
    await order('ka', 2);
    await documents.discardDraft({ documentId, locale: 'ka' } as never);
    expect(await read(`commitments/${documentId}?locale=en&status=draft`)).toMatchObject({ order: 1 });
    await order('en', 3);
    await order('ka', 1);
    expect(await read(`commitments/${documentId}?locale=en&status=draft`)).toMatchObject({ order: 1 });
  });

  it('gives a new translation the relations of the document', async () => {
    const agency = await partner('უწყება ერთი');
    await send('PUT', `partners/${agency.documentId}?locale=en`, { name: 'Agency one' });
    const { documentId } = await send('POST', 'commitments?locale=ka', {
      title: 'სამი',
      leadAgencies: [agency.documentId],
    });
    await send('PUT', `commitments/${documentId}?locale=en`, { title: 'Three' });
    expect(await read(`commitments/${documentId}?locale=en&populate=leadAgencies`)).toMatchObject({
      leadAgencies: [{ name: 'Agency one' }],
    });
  });

  it('changes relations in every language, in order, and keeps what the language could not show', async () => {
    const [first, second, georgianOnly] = [await partner('ა'), await partner('ბ'), await partner('გ')];
    for (const { documentId } of [first, second]) {
      await send('PUT', `partners/${documentId}?locale=en`, { name: documentId });
    }
    const { documentId } = await send('POST', 'commitments?locale=ka', {
      title: 'ოთხი',
      partners: [first, second, georgianOnly].map((one) => one.documentId),
    });
    await send('PUT', `commitments/${documentId}?locale=en`, { title: 'Four' });
    await send('PUT', `commitments/${documentId}?locale=en`, { partners: { set: [second.documentId] } });
    const partnersIn = async (locale: string) =>
      slugs((await read(`commitments/${documentId}?locale=${locale}&populate=partners`)).partners);
    expect(await partnersIn('en')).toEqual([second.slug]);
    expect(await partnersIn('ka')).toEqual([second.slug, georgianOnly.slug]);

    await send('PUT', `commitments/${documentId}?locale=ka`, {
      partners: { set: [georgianOnly, second, first].map((one) => one.documentId) },
    });
    expect(await partnersIn('en')).toEqual([second.slug, first.slug]);
  });

  it.each([
    ['leadAgencies', 'partners', 'name'],
    ['partners', 'partners', 'name'],
    ['milestones', 'milestones', 'title'],
  ])('leaves %s that a language cannot show where they are', async (relation, type, text) => {
    const make = async (name: string, isTranslated: boolean) => {
      const address = (id: string, locale: string) => `${type}${id}?locale=${locale}&status=draft`;
      const { documentId } = await send('POST', address('', 'ka'), { [text]: `${name} ${relation}` });
      if (isTranslated) await send('PUT', address(`/${documentId}`, 'en'), { [text]: `${name} in English` });
      return documentId;
    };
    const a = await make('ა', true);
    const b = await make('ბ', false);
    const c = await make('გ', true);
    const { documentId } = await send('POST', 'commitments?locale=ka', {
      title: `რიგი ${relation}`,
      [relation]: [b, a, c],
    });
    // A milestone is published after its commitment.
    const uid = type === 'milestones' ? 'api::milestone.milestone' : 'api::partner.partner';
    for (const id of [b, a, c]) await tracker.strapi.documents(uid).publish({ documentId: id, locale: '*' });
    const address = `commitments/${documentId}`;
    const order = async (locale: string, status: string) =>
      (
        (await read(`${address}?locale=${locale}&status=${status}&populate=${relation}`))[relation] as Entry[]
      ).map((one) => one.documentId);
    const everywhere = async () => ({
      ka: [await order('ka', 'draft'), await order('ka', 'published')],
      en: [await order('en', 'draft'), await order('en', 'published')],
    });

    await send('PUT', `${address}?locale=en`, { title: 'Order' });
    await send('PUT', `${address}?locale=en`, { title: 'Order, again' });
    expect(await everywhere()).toEqual({
      ka: [
        [b, a, c],
        [b, a, c],
      ],
      en: [
        [a, c],
        [a, c],
      ],
    });

    await send('PUT', `${address}?locale=en`, { [relation]: { set: [c, a] } });
    expect(await everywhere()).toEqual({
      ka: [
        [b, c, a],
        [b, c, a],
      ],
      en: [
        [c, a],
        [c, a],
      ],
    });

    const documents = tracker.strapi.documents(COMMITMENT);
    await documents.publish({ documentId, locale: 'en' } as never);
    await documents.discardDraft({ documentId, locale: 'en' } as never);
    expect(await everywhere()).toEqual({
      ka: [
        [b, c, a],
        [b, c, a],
      ],
      en: [
        [c, a],
        [c, a],
      ],
    });
  });

  it('links a translation that comes later to the translations of what links to it', async () => {
    const late = await partner('გვიანი');
    const { documentId } = await send('POST', 'commitments?locale=ka', {
      title: 'ხუთი',
      partners: [late.documentId],
    });
    await send('PUT', `commitments/${documentId}?locale=en`, { title: 'Five' });
    const english = () => read(`commitments/${documentId}?locale=en&populate=partners`);
    expect((await english()).partners).toEqual([]);
    await send('PUT', `partners/${late.documentId}?locale=en`, { name: 'Late' });
    expect((await english()).partners).toMatchObject([{ name: 'Late' }]);
  });

  it('moves a milestone to another commitment in every language', async () => {
    const commitments = [];
    for (const name of ['ექვსი', 'შვიდი']) {
      const commitment = await send('POST', 'commitments?locale=ka', { title: name });
      await send('PUT', `commitments/${commitment.documentId}?locale=en`, { title: `English ${name}` });
      commitments.push(commitment);
    }
    const [from, to] = commitments as [Entry, Entry];
    const milestone = await send('POST', 'milestones?locale=ka', {
      title: 'ეტაპი',
      commitment: from.documentId,
    });
    await send('PUT', `milestones/${milestone.documentId}?locale=en`, { title: 'Milestone' });
    const { status } = await jsonRequest(`${tracker.url}/api/parent-links/moves`, {
      token,
      body: {
        contentType: 'api::milestone.milestone',
        documentId: milestone.documentId,
        relation: 'commitment',
        from: from.documentId,
        to: to.documentId,
      },
    });
    expect(status).toBe(200);
    for (const locale of ['ka', 'en']) {
      const counts = [];
      for (const { documentId } of [from, to]) {
        const { milestones } = await read(`commitments/${documentId}?locale=${locale}&populate=milestones`);
        counts.push((milestones as unknown[]).length);
      }
      expect([locale, ...counts]).toEqual([locale, 0, 1]);
    }
  });

  it('works with documents that exist in Georgian only', async () => {
    const commitment = await send('POST', 'commitments?locale=ka', { title: 'მხოლოდ ქართულად' });
    const address = `commitments/${commitment.documentId}`;
    const milestone = await send('POST', 'milestones?locale=ka', {
      title: 'ეტაპი',
      commitment: commitment.documentId,
    });
    expect(await read(`${address}?locale=ka&populate=milestones`)).toMatchObject({
      milestones: [{ title: 'ეტაპი' }],
    });
    expect((await jsonRequest(`${tracker.url}/api/${address}?locale=en`)).status).toBe(404);
    expect((await jsonRequest(`${tracker.url}/api/commitments?locale=en`)).status).toBe(200);
    const documents = tracker.strapi.documents(COMMITMENT);
    await tracker.strapi
      .documents('api::milestone.milestone')
      .unpublish({ documentId: milestone.documentId, locale: 'ka' });
    await documents.unpublish({ documentId: commitment.documentId } as never);
    await documents.publish({ documentId: commitment.documentId, locale: '*' } as never);
    expect(await read(address)).toMatchObject({ title: 'მხოლოდ ქართულად' });
  });

  it.each(['commitments', 'milestones', 'partners', 'themes'])(
    'names an unknown locale in %s',
    async (type) => {
      const { status, body } = await jsonRequest<Answer>(`${tracker.url}/api/${type}?locale=fr`);
      expect(status).toBe(400);
      expect(body.error!.message).toContain('"fr"');
      expect(body.error!.message).toContain('ka, en');
    },
  );

  it.each([
    ['fields=nope', 'nope'],
    ['filters[nope][$eq]=1', 'nope'],
    ['filters[title][$nope]=1', '$nope'],
    ['sort=nope', 'nope'],
    ['populate=nope', 'nope'],
    ['nope=1', 'nope'],
  ])('names what it does not know: %s', async (query, name) => {
    const { status, body } = await jsonRequest<Answer>(`${tracker.url}/api/commitments?${query}`);
    expect(status).toBe(400);
    expect(body.error!.message).toContain(name);
  });
});
