import { adminToken, createFullAccessToken } from '../support/accounts';
import { parseCsv } from '../support/csv';
import { metadataReader } from '../support/metadata';
import { makeCommitment, makeMilestone, rowsOf } from '../support/milestones';
import { startNode } from '../support/processes';
import { TEST_SETTINGS } from '../support/environment';
import { freePort } from '../support/free-port';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const REPORT = 'api::progress-report.progress-report';
const OGP = ['not-started', 'limited', 'substantial', 'completed'];

interface Refusal {
  error?: { details: { errors: { code: string; path: string[]; message: string }[] } };
}
interface PanelModel {
  uid: string;
  attributes: Record<string, { enum?: string[] }>;
}
interface OpenApi {
  components: { schemas: Record<string, { properties?: Record<string, { enum?: unknown[] }> }> };
}
interface Package {
  resources: { name: string; schema: { fields: { name: string; constraints?: { enum?: string[] } }[] } }[];
}
interface Change {
  sequence: number;
  id: string;
  change: string;
}

/** A site on the Open Government Partnership's scale, which then starts with other settings, on the same database. */
describe('a site that has chosen its vocabularies', () => {
  let tracker: Tracker;
  let token: string;
  let commitment: string;
  let milestone: string;
  const { text, json } = metadataReader(() => tracker);

  beforeAll(async () => {
    tracker = await bootTracker({
      env: { ASSESSMENT_SCALE: 'ogp', RATING_SCHEMES: 'verifiability,completion' },
    });
    token = await createFullAccessToken(tracker);
    commitment = await makeCommitment(tracker, { data: { slug: 'assessed' } });
    milestone = await makeMilestone(tracker, { data: { commitment } });
  });
  afterAll(() => tracker.close());

  const assess = async (contentType: string, documentId: string, assessment: string) => {
    const { status, body } = await tracker.request
      .post('/api/accountability/transitions')
      .set('Authorization', `Bearer ${token}`)
      .send({
        contentType,
        documentId,
        workflow: 'implementation',
        transition: 'assess',
        fields: { assessment },
      });
    return { status, errors: (body as Refusal).error?.details.errors ?? [] };
  };
  const report = (data: object) =>
    tracker.strapi.documents(REPORT).create({
      locale: 'en',
      data: { commitment, period: { kind: 'annual', year: 2026 }, ...data },
    } as never);

  it('has the codes of the choice in its content types, their order as declared', () => {
    for (const uid of [COMMITMENT, MILESTONE, REPORT] as const) {
      expect(tracker.strapi.contentType(uid).attributes.assessment).toMatchObject({ enum: OGP });
    }
    expect(tracker.strapi.components['shared.rating' as never]).toMatchObject({
      attributes: { scheme: { enum: ['completion', 'verifiability'] } },
    });
  });

  it('assesses with its codes and refuses those of another scale, in moves and in reports', async () => {
    const refused = await assess(COMMITMENT, commitment, 'fully-implemented');
    expect(refused).toMatchObject({
      status: 400,
      errors: [{ code: 'FIELD_INVALID', path: ['fields', 'assessment'] }],
    });
    expect(refused.errors[0]!.message).toContain(OGP.join(', '));
    expect((await assess(COMMITMENT, commitment, 'completed')).status).toBe(200);
    expect((await assess(MILESTONE, milestone, 'limited')).status).toBe(200);

    await expect(report({ assessment: 'fully-implemented' })).rejects.toThrow(/completed/);
    await expect(report({ ratings: [{ scheme: 'starred', value: 'Yes' }] })).rejects.toThrow(/verifiability/);
    const { documentId } = await report({
      assessment: 'substantial',
      ratings: [{ scheme: 'verifiability', value: 'Yes', code: 'verifiable' }],
    });
    await tracker.strapi.documents(REPORT).publish({ documentId, locale: '*' } as never);
  });

  it('offers them in the panel, in forms of content and of moves', async () => {
    const login = await adminToken(tracker);
    const ask = async <Data>(path: string): Promise<Data> => {
      const { body } = await tracker.request.get(path).set('Authorization', `Bearer ${login}`).expect(200);
      return (body as { data: Data }).data;
    };
    const { contentTypes } = await ask<{ contentTypes: PanelModel[] }>('/content-manager/init');
    const model = contentTypes.find(({ uid }) => uid === REPORT)!;
    expect(model.attributes.assessment!.enum).toEqual(OGP);
    const shown = await ask<object>(`/accountability/documents/${COMMITMENT}/${commitment}/workflows`);
    expect(JSON.stringify(shown)).toContain(
      `"attribute":"assessment","type":"enumeration","values":${JSON.stringify(OGP)}`,
    );
  });

  it('exports them and describes them as the values there are', async () => {
    expect(parseCsv(await text('commitments.csv'))).toMatchObject([{ assessment: 'completed' }]);
    expect(parseCsv(await text('progress-reports.csv'))).toMatchObject([
      { assessment: 'substantial', ratings: 'verifiability:verifiable:Yes' },
    ]);
    const { resources } = await json<Package>('datapackage.json');
    for (const name of ['commitments', 'milestones', 'progress-reports']) {
      const fields = resources.find((one) => one.name === name)!.schema.fields;
      expect(fields.find((field) => field.name === 'assessment')?.constraints?.enum).toEqual(OGP);
    }
    const { schemas } = (await json<OpenApi>('openapi.json')).components;
    const enums = Object.values(schemas).flatMap(({ properties }) => properties?.assessment?.enum ?? []);
    expect(enums).toEqual(expect.arrayContaining(OGP));
    expect(enums).not.toContain('fully-implemented');
    for (const document of ['dictionary.md', 'commitments.csv-metadata.json', 'summary.json']) {
      const described = await text(document);
      expect([document, described]).toEqual([document, expect.stringContaining('substantial')]);
      expect(described).not.toContain('fully-implemented');
    }
    const filtered = (code: string) =>
      fetch(`${tracker.url}/api/open-data/commitments.csv?filters[assessment][$eq]=${code}`);
    expect((await filtered('completed')).status).toBe(200);
    expect((await filtered('fully-implemented')).status).toBe(400);
  });

  it('says them in words on its pages, and offers them to filter by', async () => {
    const page = async (path: string) => (await fetch(tracker.url + path)).text();
    const list = await page('/commitments?locale=en');
    const options = [...list.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].map(([, code, label]) => [
      code,
      // Beside its number of commitments.
      label?.trim().replace(/ \(\d+\)$/, ''),
    ]);
    expect(options).toEqual(
      expect.arrayContaining([
        ['limited', 'Limited'],
        ['substantial', 'Substantial'],
        ['completed', 'Completed'],
      ]),
    );
    expect(list).not.toContain('Fully implemented');
    const own = await page('/commitments/assessed?locale=ka');
    expect(own).toContain('შეზღუდული');
    expect(own).toContain('<q dir="auto">Yes</q> (გადამოწმებადი)');
  });

  /** How a start of its own process ends that is expected to fail: its lines. */
  async function failingStart(env: Record<string, string>): Promise<string[]> {
    const { database } = tracker;
    await tracker.close({ keepDatabase: true });
    const { code, output } = await startNode(['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
      ...TEST_SETTINGS,
      ...database.env,
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://tracker.example',
      PORT: String(await freePort()),
      ...env,
    }).ended;
    tracker = await bootTracker({ reuse: database, env: { ASSESSMENT_SCALE: 'ogp' } });
    expect(code).not.toBe(0);
    return output.split('\n').filter((line) => / error: /.test(line) || /^\s+at /.test(line));
  }

  it('does not start with a choice its content does not fit, and says in one line what to do', async () => {
    expect(await failingStart({ ASSESSMENT_SCALE: 'government' })).toEqual([
      expect.stringContaining(
        'ASSESSMENT_SCALE: the database has 3 values that are none of fully-implemented, mostly-implemented, ' +
          'partially-implemented, in-implementation, not-implemented: ' +
          `completed (1 of ${COMMITMENT}), limited (1 of ${MILESTONE}), substantial (1 of ${REPORT}); ` +
          'set ASSESSMENT_SCALE to the scale they are of (government, ogp, irm), or say in ASSESSMENT_RENAMED',
      ),
    ]);
  });

  it('takes over another scale where each code has its place, in every row, and notifies followers', async () => {
    const since = (await changes(0)).at(-1)!.sequence;
    const before = await rowsOf(tracker, COMMITMENT, commitment);
    const start = async () => {
      const { database } = tracker;
      await tracker.close({ keepDatabase: true });
      tracker = await bootTracker({
        reuse: database,
        env: { ASSESSMENT_SCALE: 'irm', ASSESSMENT_RENAMED: 'completed:complete' },
      });
    };
    await start();
    const rows = await rowsOf(tracker, COMMITMENT, commitment);
    expect(rows).toEqual(before.map((row) => ({ ...row, assessment: 'complete' })));
    expect(await rowsOf(tracker, MILESTONE, milestone)).toContainEqual(
      expect.objectContaining({ assessment: 'limited' }),
    );
    const expected = [expect.objectContaining({ id: commitment, change: 'updated' })];
    expect(await changes(since)).toEqual(expected);
    expect(parseCsv(await text('commitments.csv'))).toMatchObject([{ assessment: 'complete' }]);
    await start();
    expect(await changes(since)).toEqual(expected);
  });

  const changes = async (since: number): Promise<Change[]> =>
    (await text(`changes.ndjson?since=${since}`))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Change);
});

it('the demonstration content is assessed on the chosen scale', async () => {
  const tracker = await bootTracker({
    firstStart: true,
    env: { SEED_DEMO: 'true', ASSESSMENT_SCALE: 'ogp', RATING_SCHEMES: 'verifiability' },
  });
  const { body } = await tracker.request.get('/api/progress-reports?populate=ratings&locale=en').expect(200);
  expect((body as { data: object[] }).data).toMatchObject([
    { assessment: 'completed', ratings: [{ scheme: 'verifiability', code: 'verifiable' }] },
  ]);
  await tracker.close();
});
