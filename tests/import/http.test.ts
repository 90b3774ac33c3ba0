import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { adminToken, createAdminToken, createFullAccessToken } from '../support/accounts';
import { hostProcess } from '../support/host';
import {
  csv,
  endOfImport,
  importBy,
  panelImports,
  rowCounts,
  sendForm,
  sendImport,
  type SentFile,
} from '../support/imports';
import { jsonRequest } from '../support/json-request';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';
import { makeApiToken } from '../security/routes/callers';

const PERMISSION = 'plugin::accountability.imports.create';
const HISTORY = 'plugin::accountability.imports.history';
/** Above the largest process id there can be. */
const NO_PROCESS = 4_194_305;
const MEGABYTE = 1024 * 1024;
const PARTNER = 'api::partner.partner';
const IMPORT = 'plugin::accountability.import';

let count = 0;
/** A file with partners nobody has imported yet. */
function partners(number = 1, name = 'partners.csv'): SentFile {
  const rows = Array.from({ length: number }, () => {
    count += 1;
    return [`partner-of-test-${count}`, `Partner ${count}`, `პარტნიორი ${count}`];
  });
  return { name, content: csv(['slug', 'name_en', 'name_ka'], ...rows) };
}

/** Files of forms and of imports that lie on the disk. */
const keptFiles = () =>
  readdirSync(hostProcess().env.TMPDIR!).filter((name) =>
    /^[a-z0-9]{25}$|^accountability-import-/.test(name),
  );

async function nothingIsKept(): Promise<void> {
  for (const end = Date.now() + 5_000; keptFiles().length > 0 && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(keptFiles()).toEqual([]);
}

describe('imports over HTTP', () => {
  let tracker: Tracker;
  let token: string;
  beforeAll(async () => {
    tracker = await bootTracker({ env: { UPLOAD_MAX_MB: '1' } });
    token = await makeApiToken(tracker, 'custom', [PERMISSION]);
  });
  afterAll(() => tracker.close());

  const countOf = (where: object) => tracker.strapi.db.query(PARTNER).count({ where });

  it('are for tokens with the permission only', async () => {
    const before = await rowCounts(tracker);
    const refused: [string | undefined, number, string | undefined][] = [
      [undefined, 401, 'LOGIN_NEEDED'],
      ['none', 401, undefined],
      [await makeApiToken(tracker, 'read-only'), 403, 'IMPORT_NOT_ALLOWED'],
      [await makeApiToken(tracker, 'custom', ['api::partner.partner.create']), 403, 'IMPORT_NOT_ALLOWED'],
      [await makeApiToken(tracker, 'custom', [HISTORY]), 403, 'IMPORT_NOT_ALLOWED'],
    ];
    for (const [bearer, status, code] of refused) {
      const answer = await sendImport(tracker, { token: bearer, files: [partners()] });
      expect([answer.status, answer.error.details.code]).toEqual([status, code]);
    }
    const panel = await createAdminToken(tracker, await adminToken(tracker), {
      name: 'Panel',
      actions: [PERMISSION],
    });
    const answer = await sendImport(tracker, { token: panel, files: [partners()] });
    expect([answer.status, answer.error.details.code]).toEqual([401, 'WRONG_TOKEN_KIND']);
    expect(await rowCounts(tracker)).toEqual(before);
    await nothingIsKept();
  });

  it('can be granted to a custom token in the panel', async () => {
    const login = await adminToken(tracker);
    const { body } = await jsonRequest<{ data: Record<string, { controllers: Record<string, string[]> }> }>(
      `${tracker.url}/admin/content-api/permissions`,
      { token: login },
    );
    expect(body.data['plugin::accountability']?.controllers.imports).toEqual(['create', 'history']);
    const made = await jsonRequest<{ data: { accessKey: string } }>(`${tracker.url}/admin/api-tokens`, {
      token: login,
      body: { name: 'Importer', description: '', type: 'custom', lifespan: null, permissions: [PERMISSION] },
    });
    expect(made.status).toBe(201);
    expect(
      await importBy(tracker, made.body.data.accessKey, { files: [partners()], fields: { dryRun: 'true' } }),
    ).toMatchObject({ status: 'checked' });
  });

  it('answer 202 at once, and at their address how they go on, to their own token only', async () => {
    const file = partners(3);
    const answer = await sendImport(tracker, { token, files: [file] });
    expect(answer).toMatchObject({ status: 202, location: `/api/accountability/imports/${answer.data.id}` });
    const ended = await endOfImport(tracker, answer.location!, token);
    expect(ended).toMatchObject({
      status: 'done',
      failure: null,
      files: [{ name: 'partners.csv', bytes: Buffer.byteLength(file.content) }],
      result: { applied: true, errors: 0, counts: { [PARTNER]: { created: 3 } } },
    });
    const others = [
      await makeApiToken(tracker, 'custom', [PERMISSION]),
      await createFullAccessToken(tracker),
    ];
    for (const other of others) {
      const asked = await jsonRequest<{ error: { details: { code: string } } }>(
        `${tracker.url}${answer.location}`,
        { token: other },
      );
      expect([asked.status, asked.body.error.details.code]).toEqual([404, 'NO_SUCH_IMPORT']);
    }
    expect((await jsonRequest(`${tracker.url}${answer.location}`)).status).toBe(401);
    await nothingIsKept();
  });

  it('name nobody to machines, and show the panel who started them', async () => {
    const admin = panelImports(tracker, await adminToken(tracker));
    const own = await admin.run([partners()]);
    expect(own.startedBy).toBe('Test strapi-super-admin');
    const { data } = await sendImport(tracker, { token, files: [partners()] });
    const ended = await endOfImport(tracker, `/api/accountability/imports/${data.id}`, token);
    for (const view of [data, ended]) expect(Object.keys(view)).not.toContain('startedBy');
    expect(JSON.stringify(ended)).not.toMatch(/actor|Test strapi/);
  });

  it('that only check write nothing', async () => {
    const before = await rowCounts(tracker);
    const ended = await importBy(tracker, token, { files: [partners(2)], fields: { dryRun: 'true' } });
    expect(ended).toMatchObject({
      status: 'checked',
      dryRun: true,
      result: { applied: false, counts: { [PARTNER]: { created: 2 } } },
    });
    expect(await rowCounts(tracker)).toEqual(before);
    await nothingIsKept();
  });

  describe('beside somebody who looks at the list', () => {
    const imports = () => tracker.strapi.plugin('accountability').service('imports');
    const rows = () => tracker.strapi.db.query(IMPORT as typeof PARTNER);

    it('are not taken for those of a process that has died as soon as they can be seen', async () => {
      let looked = 0;
      const unsubscribe = tracker.strapi.db.lifecycles.subscribe({
        models: [IMPORT],
        async afterCreate() {
          looked += 1;
          await imports().list(1);
        },
      });
      const { status, failure } = await importBy(tracker, token, {
        files: [partners()],
        fields: { dryRun: 'true' },
      }).finally(unsubscribe);
      expect([looked, status, failure]).toEqual([1, 'checked', null]);
    });

    it('stay as they have ended where they end while they are looked at', async () => {
      const name = 'ended-meanwhile';
      const [known] = await imports().list(1);
      const { id: _, ...values } = known;
      const dead = { host: hostname(), process: NO_PROCESS, seen: new Date().toISOString() };
      const { id } = await rows().create({
        data: { ...values, ...dead, name, status: 'running', idempotencyKey: null } as never,
      });
      const unsubscribe = tracker.strapi.db.lifecycles.subscribe({
        models: [IMPORT],
        async afterFindMany() {
          unsubscribe();
          await rows().update({ where: { id }, data: { status: 'done' } as never });
        },
      });
      const listed = await imports().list(1);
      expect(listed[0]).toMatchObject({ name, status: 'done', failure: null });
      await rows().delete({ where: { id } });
    });
  });

  it('with a faulty row write nothing, or the good rows where that is asked for', async () => {
    count += 1;
    const good = [`partner-of-test-${count}`, 'Good', 'კარგი'];
    const content = csv(
      ['slug', 'name_en', 'name_ka', 'kind'],
      [...good, ''],
      ['bad-one', 'Bad', '', 'kindergarten'],
    );
    const files = [{ name: 'partners.csv', content }];
    const before = await rowCounts(tracker);
    const refused = await importBy(tracker, token, { files });
    expect(refused).toMatchObject({ status: 'refused', result: { applied: false, errors: 1 } });
    expect(refused.result!.problems).toMatchObject([
      { severity: 'error', code: 'value-unknown', place: { file: 'partners.csv', row: 3, column: 'kind' } },
    ]);
    expect(await rowCounts(tracker)).toEqual(before);

    const kept = await importBy(tracker, token, { files, fields: { keepGood: 'true' } });
    expect(kept).toMatchObject({
      status: 'done',
      result: { applied: true, errors: 1, counts: { [PARTNER]: { created: 1, refused: 1 } } },
    });
    expect([await countOf({ slug: good[0] }), await countOf({ slug: 'bad-one' })]).toEqual([4, 0]);
  });

  it.each([
    ['mapping', { mapping: 'none' }, 'NO_SUCH_MAPPING', /none.*native/],
    ['locale', { locale: 'xx' }, 'NO_SUCH_LANGUAGE', /xx.*ka/],
    ['parameter', { dry: 'true' }, 'IMPORT_REQUEST', /dry/],
    ['value', { dryRun: 'maybe' }, 'IMPORT_REQUEST', /dryRun/],
    ['header row', { headerRow: '0' }, 'IMPORT_REQUEST', /headerRow/],
    ['upload of the panel', { upload: 'x' }, 'IMPORT_REQUEST', /upload/],
  ])('refuse an unknown %s and name it', async (_what, fields, code, names) => {
    const answer = await sendImport(tracker, { token, files: [partners()], fields });
    expect([answer.status, answer.error.details.code]).toEqual([400, code]);
    expect(answer.error.message).toMatch(names);
    const { en, ka } = answer.error.details.messages as { en: string; ka: string };
    expect([en, ka]).toEqual([answer.error.message, expect.stringMatching(/[ა-ჰ]{3}/)]);
    await nothingIsKept();
  });

  it('take a tab as separator by its name', async () => {
    const content = ['slug\tname_en\tname_ka', 'by-tab\tOne, two, three\tერთი, ორი'].join('\n');
    const files = [{ name: 'partners.csv', content }];
    const ended = await importBy(tracker, token, { files, fields: { separator: 'tab', dryRun: 'true' } });
    expect(ended.status).toBe('checked');
    expect(ended.result?.counts['api::partner.partner']).toMatchObject({ created: 1 });
  });

  it('need a file, in the field that has to have it', async () => {
    for (const answer of [
      await sendImport(tracker, { token }),
      await sendForm(tracker, '/api/accountability/imports', {
        token,
        fields: { mapping: 'native', files: 'a' },
      }),
    ]) {
      expect(answer).toMatchObject({ status: 400 });
    }
    const other = await tracker.request
      .post('/api/accountability/imports')
      .set('Authorization', `Bearer ${token}`)
      .field('mapping', 'native')
      .attach('file', Buffer.from('a'), 'partners.csv');
    expect([other.status, other.body.error.details.code]).toEqual([400, 'NO_FILES']);
    const json = await jsonRequest<{ error: { details: { code: string } } }>(
      `${tracker.url}/api/accountability/imports`,
      { token, body: { mapping: 'native' } },
    );
    expect([json.status, json.body.error.details.code]).toEqual([400, 'NO_FILES']);
  });

  it('refuse too large a file before it is kept', async () => {
    const large = { name: 'partners.csv', content: 'a'.repeat(2 * MEGABYTE + 1) };
    const answer = await sendImport(tracker, { token, files: [large] });
    expect([answer.status, answer.error.details.code]).toEqual([413, 'FILES_TOO_LARGE']);
    expect(answer.error.message).toContain('2 MB');
    await nothingIsKept();
  });

  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\partners.csv', 'partners.csv'],
    ['a/b\u202egpj.csv', 'bgpj.csv'],
    ['partners.csv\u0001/', 'file'],
    ['=cmd|calc.csv', '=cmd|calc.csv'],
    [`${'x'.repeat(300)}.csv`, `${'x'.repeat(196)}.csv`],
  ])('take a file called %j for what its name ends with', async (name, shown) => {
    const boundary = 'limit';
    const body = [
      `--${boundary}\r\nContent-Disposition: form-data; name="mapping"\r\n\r\nnative\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="dryRun"\r\n\r\ntrue\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n`,
      `Content-Type: text/csv\r\n\r\n${partners().content.toString()}\r\n--${boundary}--\r\n`,
    ].join('');
    const {
      status,
      headers,
      body: sent,
    } = await rawRequest(`${tracker.url}/api/accountability/imports`, {
      method: 'POST',
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        authorization: `Bearer ${token}`,
      },
      body: Buffer.from(body),
    });
    expect([status, sent.toString()]).toEqual([202, expect.any(String)]);
    const ended = await endOfImport(tracker, headers.location!, token);
    expect(ended.files).toMatchObject([{ name: shown }]);
    await nothingIsKept();
  });

  it('are the only new addresses that take forms with files', async () => {
    for (const address of [
      '/api/accountability/transitions',
      '/api/accountability/imports/x',
      '/api/accountability/importsx',
      '/accountability/imports',
      '/accountability/import-mappings',
      '/api/partners',
    ]) {
      const answer = await sendForm(tracker, address, { token, files: [partners()] });
      expect([address, answer.status, answer.error.details.code]).toEqual([
        address,
        415,
        'MULTIPART_NOT_HERE',
      ]);
    }
  });

  describe('with an Idempotency-Key', () => {
    const withKey = (key: string, files: readonly SentFile[], bearer = token, fields = {}) =>
      sendImport(tracker, { token: bearer, files, fields, headers: { 'Idempotency-Key': key } });

    it('happen once however often they are sent', async () => {
      const file = partners();
      const first = await withKey('one', [file]);
      expect(first.status).toBe(202);
      await endOfImport(tracker, first.location!, token);
      const again = await withKey('one', [file]);
      expect([again.status, again.data.id, again.data.status]).toEqual([202, first.data.id, 'done']);
      expect(
        await tracker.strapi.db
          .query('plugin::accountability.import')
          .count({ where: { name: first.data.id } }),
      ).toBe(1);
      await nothingIsKept();
    });

    it('are refused where the key came with another file or other words, and are others of another token', async () => {
      const file = partners();
      const first = await withKey('two', [file]);
      await endOfImport(tracker, first.location!, token);
      for (const other of [
        await withKey('two', [partners()]),
        await withKey('two', [file], token, { dryRun: 'true' }),
        await withKey('two', [{ ...file, name: 'other.csv' }]),
      ]) {
        expect([other.status, other.error.details.code]).toEqual([409, 'IMPORT_KEY_REUSED']);
      }
      const otherToken = await makeApiToken(tracker, 'custom', [PERMISSION]);
      const theirs = await withKey('two', [partners()], otherToken);
      expect([theirs.status, theirs.data.id === first.data.id]).toEqual([202, false]);
      await endOfImport(tracker, theirs.location!, otherToken);
    });

    it('distinguish two unreadable files', async () => {
      const broken = (content: string) => ({ name: 'partners.xlsx', content: `PK\u0003\u0004${content}` });
      const first = await withKey('three', [broken('a')]);
      await endOfImport(tracker, first.location!, token);
      expect((await withKey('three', [broken('b')])).error.details.code).toBe('IMPORT_KEY_REUSED');
    });

    it('are one import where two come at the same time', async () => {
      const file = partners(20);
      const answers = await Promise.all(Array.from({ length: 4 }, () => withKey('four', [file])));
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
      const ids = new Set(answers.map(({ data }) => data.id));
      expect(ids.size).toBe(1);
      const ended = await endOfImport(tracker, answers[0]!.location!, token);
      expect(ended).toMatchObject({ status: 'done', result: { counts: { [PARTNER]: { created: 20 } } } });
      await nothingIsKept();
    });

    it('are refused for a key that is too long', async () => {
      const answer = await withKey('k'.repeat(256), [partners()]);
      expect([answer.status, answer.error.details.parameter]).toEqual([400, 'Idempotency-Key']);
    });
  });

  it('take the real plan, with its past states for a token that may record them only', async () => {
    const folder = path.resolve(__dirname, '../../src/demo/us-nap5');
    const files = ['commitments.json', 'subcommitments.json'].map((name) => ({
      name,
      content: readFileSync(path.join(folder, name)),
    }));
    const fields = { mapping: 'us-nap5', dryRun: 'true' };
    const without = await importBy(tracker, token, { files, fields });
    expect(without.status).toBe('refused');
    const errors = without.result!.problems.filter(({ severity }) => severity === 'error');
    // What leads to a refused document is refused with it.
    const others = errors.filter(({ code }) => !code.startsWith('reference-'));
    expect(new Set(others.map(({ code }) => code))).toEqual(new Set(['history-not-allowed']));
    const both = await makeApiToken(tracker, 'custom', [PERMISSION, HISTORY]);
    expect(await importBy(tracker, both, { files, fields })).toMatchObject({
      status: 'checked',
      result: { errors: 0, counts: { 'api::milestone.milestone': { created: 70 } } },
    });
  });
});
