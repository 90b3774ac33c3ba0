import englishWords from '../../src/words/en.json';
import { COMPONENT_VIEWS, VIEWS } from '../../src/admin-views/layouts';
import georgianWords from '../../src/words/ka.json';
import { adminToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

const words = englishWords['admin-views'];
const georgian = georgianWords['admin-views'];

interface Shown {
  data: {
    contentType: {
      settings: { mainField: string };
      metadatas: Record<string, { edit: { label: string; description: string; mainField?: string } }>;
      layouts: { list: string[]; edit: { name: string; size: number }[][] };
    };
  };
}

/** What moves write, which is in the status panel beside the form, and what the engine keeps for itself. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  'api::commitment.commitment': ['implementationStatus', 'assessment', 'sourceRecordedAt'],
  'api::milestone.milestone': ['implementationStatus', 'assessment'],
  'api::comment.comment': ['moderationStatus', 'textFingerprint', 'subjectId', 'parentId'],
};

describe('how the admin panel shows the content', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  it.each(Object.keys(VIEWS))('sets columns, form and hints of %s in a fresh database', async (uid) => {
    const token = await adminToken(tracker);
    const { body } = await jsonRequest<Shown>(
      `${tracker.url}/content-manager/content-types/${uid}/configuration`,
      { token },
    );
    const { settings, metadatas, layouts } = body.data.contentType;
    expect(settings.mainField).toBe(VIEWS[uid]!.mainField);
    expect(layouts.list).toEqual(VIEWS[uid]!.list);
    expect(layouts.edit.flat().map(({ name }) => name)).toEqual(
      VIEWS[uid]!.edit.flat().map(([name]) => name),
    );
    for (const [name, { label, hint }] of Object.entries(
      words.fields[uid as keyof typeof words.fields] as Record<string, { label: string; hint?: string }>,
    )) {
      expect(metadatas[name]!.edit).toMatchObject({ label, description: hint ?? '' });
    }
  });

  it.each([...Object.entries(VIEWS), ...Object.entries(COMPONENT_VIEWS)])(
    'leaves no field of %s out of the form, and none without words',
    (uid, view) => {
      const { attributes } = tracker.strapi.getModel(uid as never) as { attributes: Record<string, object> };
      const moved = MOVED[uid] ?? [];
      const own = Object.keys(attributes).filter(
        (name) =>
          !moved.includes(name) &&
          ![
            'id',
            'documentId',
            'createdAt',
            'updatedAt',
            'publishedAt',
            'createdBy',
            'updatedBy',
            'locale',
          ].includes(name) &&
          name !== 'localizations',
      );
      expect(
        view.edit
          .flat()
          .map(([name]) => name)
          .sort(),
      ).toEqual(own.sort());
      const beginnings = view.edit.map((row) => row[0]![0]);
      const { cards = [] } = view as { cards?: readonly string[] };
      expect(beginnings).toEqual(expect.arrayContaining([...cards]));
      for (const row of view.edit)
        expect(row.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(12);
      for (const language of [words, georgian]) {
        const named = language.fields as Record<string, Record<string, { label: string }>>;
        for (const name of own) expect(named[uid]![name]!.label).toBeTruthy();
      }
    },
  );

  it('says the same things in both languages', () => {
    const shape = ({ names, fields, kept, columns }: typeof words) => [
      [names, kept, columns].map((texts) => Object.keys(texts)),
      Object.entries(fields).map(([uid, texts]) => [
        uid,
        Object.entries(texts).map(([name, text]) => [name, Object.keys(text)]),
      ]),
    ];
    expect(shape(georgian as typeof words)).toEqual(shape(words));
  });

  it('keeps what an administrator arranges', async () => {
    const contentTypes = tracker.strapi.plugin('content-manager').service('content-types');
    const model = tracker.strapi.getModel('api::partner.partner');
    const configuration = await contentTypes.findConfiguration(model);
    await contentTypes.updateConfiguration(model, {
      ...configuration,
      layouts: { ...configuration.layouts, list: ['name'] },
    });
    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ reuse: tracker.database });
    const kept = await tracker.strapi
      .plugin('content-manager')
      .service('content-types')
      .findConfiguration(tracker.strapi.getModel('api::partner.partner'));
    expect(kept.layouts.list).toEqual(['name']);
  });
});
