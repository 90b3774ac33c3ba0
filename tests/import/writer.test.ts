import type { Core } from '@strapi/strapi';
import { dumpContent, rowCounts } from '../support/content-dump';
import { implementation, imported, type ImportedDocument } from '../support/import-documents';
import { bootTracker, type Tracker } from '../support/tracker';

const ACTOR = { kind: 'system', id: null, name: null, label: null, may: () => true };

interface Writer {
  add(documents: readonly ImportedDocument[]): Promise<void>;
  commit(): Promise<{ created: Record<string, number>; changed: Record<string, number> }>;
  abandon(): Promise<void>;
}

const openWriter = (strapi: Core.Strapi): Promise<Writer> =>
  strapi.plugin('accountability').service('importWriter').open({ actor: ACTOR, importId: 'test' });

async function write(strapi: Core.Strapi, documents: readonly ImportedDocument[]) {
  const writer = await openWriter(strapi);
  await writer.add(documents);
  return writer.commit();
}

/** Makes the same documents as the panel and the API do, one after the other. */
async function writeByDocumentService(strapi: Core.Strapi, wanted: readonly ImportedDocument[]) {
  const made = new Map<string, string>();
  for (const document of wanted) {
    const { contentType, shared, localized, relations, states } = document;
    const documents = strapi.documents(contentType as never) as unknown as Record<
      'create' | 'update' | 'publish',
      (params: object) => Promise<{ documentId: string }>
    >;
    const links = Object.fromEntries(
      Object.entries(relations).map(([name, ids]) => [name, ids.map((id) => made.get(id) ?? id)]),
    );
    const [first = '', ...others] = Object.keys(localized);
    const { documentId } = await documents.create({
      locale: first,
      data: { ...shared, ...links, ...localized[first] },
    });
    made.set(document.documentId, documentId);
    for (const locale of others) await documents.update({ documentId, locale, data: localized[locale] });
    for (const { workflow, state, asOf, reason } of states) {
      await strapi
        .plugin('accountability')
        .service('workflows')
        .record({
          contentType,
          documentId,
          workflow,
          state,
          asOf: asOf ?? undefined,
          reason: reason ?? undefined,
        });
    }
    if (strapi.contentType(contentType as never).options?.draftAndPublish) {
      await documents.publish({ documentId, locale: '*' });
    }
  }
  return made;
}

/** A plan with commitments, milestones and a report, in two languages. */
function samplePlan(theme: string): ImportedDocument[] {
  const texts = (attribute: string, name: string) => ({
    ka: { [attribute]: `${name} ქართულად` },
    en: { [attribute]: `${name} in English` },
  });
  const timeframe = {
    startDate: '2019-01-01',
    startPrecision: 'year',
    endDate: '2020-12-31',
    endPrecision: 'day',
  };
  const [ministry, watchdog] = ['Ministry', 'Watchdog'].map((name, index) =>
    imported('partner', {
      shared: { slug: name.toLowerCase(), kind: index ? 'civil-society' : 'central-government' },
      localized: texts('name', name),
    }),
  ) as [ImportedDocument, ImportedDocument];
  const plan = imported('action-plan', {
    shared: {
      code: 'NAP9',
      slug: 'nap9',
      scope: 'national',
      timeframe,
      identifiers: [
        { scheme: 'ogp', value: '1' },
        { scheme: 'national', value: '2', url: 'https://example.org/2' },
      ],
    },
    localized: texts('title', 'Plan'),
  });
  const commitments = [1, 2].map((number) =>
    imported('commitment', {
      shared: {
        code: `${number}`,
        slug: `commitment-${number}`,
        order: number,
        progress: 40,
        timeframe,
        identifiers: [{ scheme: 'ogp', value: `C${number}` }],
      },
      localized: texts('title', `Commitment ${number}`),
      relations: {
        actionPlan: [plan.documentId],
        leadAgencies: [ministry.documentId],
        partners: [watchdog.documentId, ministry.documentId],
        themes: [theme],
      },
      states:
        number === 1
          ? [implementation('in-progress', { date: '2019-10-01', precision: 'month' }, 'mid-term report')]
          : [],
    }),
  ) as [ImportedDocument, ImportedDocument];
  const milestones = [1, 2, 3].map((number) =>
    imported('milestone', {
      shared: { code: `1.${number}`, order: number, timeframe },
      localized: texts('title', `Milestone ${number}`),
      relations: {
        commitment: [commitments[0].documentId],
        responsibleAgencies: [watchdog.documentId, ministry.documentId],
      },
      states: [implementation('completed', { date: '2020-01-01', precision: 'year' })],
    }),
  );
  const report = imported('progress-report', {
    shared: {
      period: { kind: 'annual', year: 2019 },
      publishedOn: '2020-02-03',
      assessorKind: 'independent',
      ratings: [{ scheme: 'completion', value: 'Limited' }],
    },
    localized: texts('narrative', 'Report'),
    relations: { commitment: [commitments[0].documentId] },
  });
  return [ministry, watchdog, plan, ...commitments, ...milestones, report];
}

const aTheme = async (strapi: Core.Strapi): Promise<string> => {
  const [theme] = (await strapi.db.query('api::theme.theme').findMany({ orderBy: 'id', limit: 1 })) as {
    documentId: string;
  }[];
  return theme!.documentId;
};

describe('the writer of an import', () => {
  it('leaves the rows that the document service leaves', async () => {
    const first = await bootTracker();
    const theme = await aTheme(first.strapi);
    const wanted = samplePlan(theme);
    const made = await writeByDocumentService(first.strapi, wanted);
    const [expected, expectedCounts] = [await dumpContent(first.strapi), await rowCounts(first.strapi)];
    await first.close();

    const second = await bootTracker();
    // Themes are other documents in each database.
    const own = await aTheme(second.strapi);
    const idOf = (id: string) => (id === theme ? own : (made.get(id) ?? id));
    const written = await write(
      second.strapi,
      wanted.map((document) => ({
        ...document,
        documentId: idOf(document.documentId),
        relations: Object.fromEntries(
          Object.entries(document.relations).map(([name, ids]) => [name, ids.map(idOf)]),
        ),
      })),
    );
    expect(written.created).toMatchObject({ 'api::milestone.milestone': 3 });
    const [dump, counts] = [await dumpContent(second.strapi), await rowCounts(second.strapi)];
    const asThere = (rows: string[] = []) => rows.map((row) => row.replaceAll(own, theme)).sort();
    const comparable = (all: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(all).map(([table, rows]) => [table, asThere(rows)]));
    expect({ ...comparable(dump), counts }).toEqual({ ...comparable(expected), counts: expectedCounts });
    await second.close();
  }, 180_000);

  it('links new documents to those that are there as the document service does', async () => {
    const first = await bootTracker();
    const theme = await aTheme(first.strapi);
    const wanted = samplePlan(theme);
    const isBase = ({ contentType }: ImportedDocument) => !/milestone|progress-report/.test(contentType);
    await write(first.strapi, wanted.filter(isBase));
    const made = await writeByDocumentService(
      first.strapi,
      wanted.filter((document) => !isBase(document)),
    );
    const expected = await dumpContent(first.strapi);
    await first.close();

    const second = await bootTracker();
    const own = await aTheme(second.strapi);
    const idOf = (id: string) => (id === theme ? own : (made.get(id) ?? id));
    const mapped = wanted.map((document) => ({
      ...document,
      documentId: idOf(document.documentId),
      relations: Object.fromEntries(
        Object.entries(document.relations).map(([name, ids]) => [name, ids.map(idOf)]),
      ),
    }));
    await write(second.strapi, mapped.filter(isBase));
    await write(
      second.strapi,
      mapped.filter((document) => !isBase(document)),
    );
    const dump = await dumpContent(second.strapi);
    const comparable = (all: Record<string, string[]>) =>
      Object.fromEntries(
        Object.entries(all).map(([table, rows]) => [
          table,
          rows.map((row) => row.replaceAll(own, theme)).sort(),
        ]),
      );
    expect(comparable(dump)).toEqual(comparable(expected));
    await second.close();
  }, 180_000);
});

describe('an import', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
  }, 120_000);
  afterAll(() => tracker.close());

  it('shows nobody anything before its commit, and leaves nothing when it is given up', async () => {
    const { strapi, request } = tracker;
    const theme = await aTheme(strapi);
    const [before, dump] = [await rowCounts(strapi), await dumpContent(strapi)];
    const writer = await openWriter(strapi);
    const documents = samplePlan(theme);
    await writer.add(documents);

    const [, , plan] = documents;
    for (const path of [
      '/api/commitments?locale=en',
      '/api/commitments?locale=*',
      '/api/partners?populate=*&locale=ka',
      `/api/action-plans/${plan!.documentId}`,
      '/api/open-data/milestones.csv',
      '/api/open-data/changes.ndjson',
      '/api/open-data/changes.atom?locale=en',
      '/commitments?locale=en',
    ]) {
      const { text } = await request.get(path);
      expect(text).not.toMatch(/NAP9|Commitment 1|Milestone 1|Watchdog/);
    }
    for (const [uid, attribute] of [
      ['api::commitment.commitment', 'title'],
      ['api::partner.partner', 'name'],
    ] as const) {
      const all = (await strapi.documents(uid).findMany({ locale: '*' })) as unknown as Record<
        string,
        unknown
      >[];
      expect(all.map((one) => one[attribute]).join()).not.toMatch(/Commitment|Watchdog/);
      const drafts = await strapi.db.query(uid).findMany({ where: { documentId: plan!.documentId } });
      expect(drafts).toEqual([]);
    }

    await writer.abandon();
    expect(await rowCounts(strapi)).toEqual(before);
    expect(await dumpContent(strapi)).toEqual(dump);
  });

  it('lets others write meanwhile, and none waits long', async () => {
    const { strapi } = tracker;
    const partners = strapi.documents('api::partner.partner');
    const writer = await openWriter(strapi);
    const many = Array.from({ length: 800 }, (_, number) =>
      imported('partner', {
        shared: { slug: `many-${number}`, identifiers: [{ scheme: 'n', value: `${number}` }] },
        localized: { ka: { name: `ორგანიზაცია ${number}` }, en: { name: `Organisation ${number}` } },
      }),
    );
    let [isOver, longest, saves] = [false, 0, 0];
    const saving = (async () => {
      while (!isOver) {
        const begin = performance.now();
        const made = await partners.create({ locale: 'ka', data: { name: `In between ${saves}` } as never });
        await partners.publish({ documentId: made.documentId, locale: '*' });
        longest = Math.max(longest, performance.now() - begin);
        saves += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    })();
    for (let start = 0; start < many.length; start += 300) await writer.add(many.slice(start, start + 300));
    // The import is open for as long as others need for two saves.
    while (saves < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await writer.commit();
    isOver = true;
    await saving;
    expect(longest).toBeLessThan(2000);
    expect(
      await strapi.db.query('api::partner.partner').count({ where: { slug: { $startsWith: 'many-' } } }),
    ).toBe(many.length * 4);
  });

  it('changes what a document names, in draft and published, and adds a language', async () => {
    const { strapi } = tracker;
    const theme = await aTheme(strapi);
    const documents = samplePlan(theme);
    const [ministry, watchdog, , commitment] = documents as [
      ImportedDocument,
      ImportedDocument,
      ImportedDocument,
      ImportedDocument,
    ];
    const only = imported('commitment', {
      shared: {
        code: '9',
        slug: 'only',
        order: 9,
        timeframe: { startDate: '2019-01-01', startPrecision: 'year' },
      },
      localized: { ka: { title: 'მხოლოდ ქართულად' } },
      relations: { leadAgencies: [watchdog.documentId] },
    });
    await write(strapi, [...documents, only]);
    const changes = () => dumpContent(strapi).then((dump) => dump.change!);
    const [before, logged] = [await dumpContent(strapi), (await changes()).length];

    const { changed } = await write(strapi, [
      {
        ...commitment,
        isNew: false,
        shared: { progress: 70, identifiers: [{ scheme: 'ogp', value: 'NEW' }] },
        localized: { en: { title: 'Another title' } },
        relations: { partners: [ministry.documentId] },
        states: [implementation('completed', { date: '2020-12-01', precision: 'month' })],
      },
      {
        ...only,
        isNew: false,
        shared: {},
        localized: { en: { title: 'In English now' } },
        relations: {},
        states: [],
      },
    ]);
    expect(changed).toEqual({ 'api::commitment.commitment': 2 });
    const after = await dumpContent(strapi);

    type Found = Record<string, unknown> & {
      identifiers: object[];
      partners: { documentId: string }[];
      leadAgencies: { documentId: string; locale: string }[];
      milestones: object[];
      timeframe: object;
    };
    const read = async (documentId: string, locale: string, status: string) =>
      (await strapi.documents('api::commitment.commitment').findOne({
        documentId,
        locale,
        status,
        populate: ['identifiers', 'partners', 'leadAgencies', 'milestones', 'timeframe', 'actionPlan'],
      } as never)) as unknown as Found;
    for (const status of ['draft', 'published']) {
      for (const locale of ['ka', 'en']) {
        const one = await read(commitment.documentId, locale, status);
        expect(one).toMatchObject({
          title: locale === 'en' ? 'Another title' : 'Commitment 1 ქართულად',
          progress: 70,
          code: '1',
          identifiers: [{ value: 'NEW' }],
          partners: [{ documentId: ministry.documentId }],
          leadAgencies: [{ documentId: ministry.documentId }],
          implementationStatus: 'completed',
          actionPlan: expect.anything() as object,
        });
        expect(one.milestones).toHaveLength(3);
      }
      expect(await read(only.documentId, 'en', status)).toMatchObject({
        title: 'In English now',
        code: '9',
        timeframe: { startDate: '2019-01-01' },
        leadAgencies: [{ documentId: watchdog.documentId, locale: 'en' }],
      });
    }
    expect(after.milestones).toEqual(before.milestones);
    expect(after.components_shared_identifiers?.length).toBe(before.components_shared_identifiers?.length);
    expect((await changes()).slice(logged).map((row) => (JSON.parse(row) as { kind: string }).kind)).toEqual([
      'updated',
      'updated',
      'transition',
    ]);
  });

  it.each(['a draft that is ahead', 'a write in between', 'a deletion'] as const)(
    'overwrites nothing and writes nothing where there is %s',
    async (which) => {
      const { strapi } = tracker;
      const partner = imported('partner', {
        shared: { slug: which.replaceAll(' ', '-') },
        localized: { ka: { name: 'ერთი' }, en: { name: 'One' } },
      });
      await write(strapi, [partner]);
      const { documentId } = partner;
      const partners = strapi.documents('api::partner.partner');
      const disturb = async () => {
        // The moment of the last write differs at least.
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (which === 'a deletion') await partners.delete({ documentId, locale: '*' });
        else await partners.update({ documentId, locale: 'en', data: { acronym: 'EDITED' } as never });
        if (which === 'a write in between') await partners.publish({ documentId, locale: '*' });
      };
      if (which === 'a draft that is ahead') await disturb();
      const writer = await openWriter(strapi);
      const change = { ...partner, isNew: false, localized: { en: { name: 'Imported' } } };
      const another = imported('partner', { localized: { ka: { name: 'ახალი' } } });
      const importing = async () => {
        await writer.add([another, change]);
        if (which !== 'a draft that is ahead') await disturb();
        await writer.commit();
      };
      const code = {
        'a draft that is ahead': 'document-has-draft-changes',
        'a write in between': 'document-changed',
        'a deletion': 'document-gone',
      }[which];
      await expect(importing()).rejects.toMatchObject({ code, documentId });
      await writer.abandon();
      const rows = await strapi.db.query('api::partner.partner').findMany({ select: ['name'] });
      expect(rows.map(({ name }: { name: string }) => name).join()).not.toMatch(/Imported|ახალი/);
    },
  );
});
