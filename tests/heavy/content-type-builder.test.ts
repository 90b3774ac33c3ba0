import { adminLogin, adminToken, createAdmin } from '../support/accounts';
import { makeDevelopedCopy, type DevelopedCopy } from '../support/developed-copy';
import { jsonRequest } from '../support/json-request';
import { makeMilestone, rowsOf } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';
import supertest from 'supertest';

const UID = 'api::milestone.milestone';
const SCHEMA = 'src/api/milestone/content-types/milestone/schema.json';
const FIELD = 'implementationStatus';
const SCHEMAS = '/content-type-builder/schema';
const UPDATE = '/content-type-builder/update-schema';

/** What the builder's page sends to change some attributes of the milestone. */
const change = (attributes: object[]) => ({
  data: {
    components: [],
    contentTypes: [
      {
        action: 'update',
        uid: UID,
        displayName: 'Milestone',
        kind: 'collectionType',
        draftAndPublish: true,
        pluginOptions: { i18n: { localized: true } },
        attributes,
      },
    ],
  },
});
interface Schemas {
  data: { contentTypes: Record<typeof UID, { attributes: Attribute[] }> };
}
type Attribute = Record<string, unknown> & { name: string };

/** As the builder's page has read them, the states cut down to two. */
const shorter = (attributes: Attribute[]) =>
  attributes.map(({ name, ...properties }) => ({
    action: 'update',
    name,
    properties: name === FIELD ? { ...properties, enum: ['not-started', 'in-progress'] } : properties,
  }));
/** The same, the status deleted. */
const gone = (attributes: Attribute[]) =>
  shorter(attributes).map((attribute) =>
    attribute.name === FIELD ? { action: 'delete', name: FIELD } : attribute,
  );

describe('the content-type builder does not bypass a move', () => {
  let tracker: Tracker;
  let copy: DevelopedCopy | undefined;
  afterEach(async () => {
    await tracker?.close();
    await copy?.remove();
    copy = undefined;
  });

  it('refuses every change where the application is built for production', async () => {
    tracker = await bootTracker();
    const admin = await adminToken(tracker);
    for (const attributes of [[], [{ action: 'delete', name: FIELD }]]) {
      const answer = await tracker.request
        .post(UPDATE)
        .set('Authorization', `Bearer ${admin}`)
        .send(change(attributes));
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([
        403,
        expect.stringContaining('disabled in production'),
      ]);
    }
  });

  it('in development writes what it is given, and the next start says what to correct and touches no status', async () => {
    tracker = await bootTracker();
    const documentId = await makeMilestone(tracker);
    await tracker.strapi
      .plugin('accountability')
      .service('workflows')
      .move({ contentType: UID, documentId, workflow: 'implementation', transition: 'suspend' });
    const account = await createAdmin(tracker);
    const { env } = tracker.database;
    await tracker.close({ keepDatabase: true });

    for (const [edit, line] of [
      [shorter, 'field "implementationStatus" lacks the value "suspended"; add it to the enumeration'],
      [gone, 'field "implementationStatus" is no attribute of the content type; add it there'],
    ] as const) {
      const made = await makeDevelopedCopy();
      copy = made;
      await made.develop(env, async (url) => {
        const token = await adminLogin({ request: supertest(url) }, account);
        const read = await jsonRequest<Schemas>(`${url}${SCHEMAS}`, { token });
        const body = change(edit(read.body.data.contentTypes[UID].attributes));
        const answer = await jsonRequest(`${url}${UPDATE}`, { token, body });
        expect([answer.status, answer.body]).toEqual([200, {}]);
      });
      expect(await made.read(SCHEMA)).not.toContain('"suspended"');
      await made.compile(SCHEMA);
      const { code, output } = await made.start(env);
      expect(code).not.toBe(0);
      expect(output).toContain(`workflow "implementation" of "${UID}": ${line}`);
      await made.remove();
    }

    tracker = await bootTracker({ reuse: tracker.database });
    const states = (await rowsOf(tracker, UID, documentId)).map((row) => row.implementationStatus);
    expect(new Set(states)).toEqual(new Set(['suspended']));
  }, 180_000);
});
