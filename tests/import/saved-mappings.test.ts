import { adminToken } from '../support/accounts';
import {
  csv,
  importBy,
  panelImports,
  rowCounts,
  sendForm,
  sendImport,
  type ImportView,
  type SentFile,
} from '../support/imports';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';
import { makeApiToken } from '../security/routes/callers';

const COMMITMENT = 'api::commitment.commitment';
const SAVED = '/accountability/import-mappings/saved';

interface Column {
  readonly from?: string;
  readonly constant?: string;
  readonly to: string;
  readonly [name: string]: unknown;
}
interface Saved {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly version: number;
  readonly tables: readonly { readonly columns: readonly Column[] }[];
}
interface Answer<Data> {
  readonly data: Data;
  readonly error: {
    readonly message: string;
    readonly details: {
      readonly code: string;
      readonly parameter?: string;
      readonly messages: Readonly<Record<string, string>>;
      readonly problems?: readonly {
        readonly code: string;
        readonly table: number;
        readonly column: string | null;
        readonly field: string | null;
        readonly message: string;
      }[];
    };
  };
}

/** A sheet in words of its own, without a column for the plan, with dates that can be read in two ways. */
const SHEET: SentFile = {
  name: 'promises 2030.csv',
  content: csv(
    ['Nr', 'What we promise', 'რას ვპირდებით', 'Who', 'Until', 'How far', 'Remark'],
    ['1', 'Open budget', 'ღია ბიუჯეტი', 'Ministry A / Ministry B', '05/06/2031', 'Up and running', 'x'],
    ['2', 'Open courts', 'ღია სასამართლო', 'Ministry A', '07/06/2031', 'Nothing yet', ''],
  ),
};
const COLUMNS: readonly Column[] = [
  { from: 'Nr', to: 'code' },
  { from: 'What we promise', to: 'title', locale: 'en' },
  { from: 'რას ვპირდებით', to: 'title', locale: 'ka' },
  { from: 'Who', to: 'leadAgencies.name', separators: ['/'], locale: 'en' },
  { from: 'Until', to: 'timeframe.endDate', dateOrder: 'dmy' },
  {
    from: 'How far',
    to: 'state(implementation)',
    values: { 'Up and running': 'in-progress', 'Nothing yet': 'not-started' },
  },
  { constant: 'GE-2030', to: 'actionPlan.code|title' },
];
const TABLES = [{ holds: 'commitments', key: ['actionPlan', 'code'], columns: COLUMNS }];
const withColumns = (...columns: Column[]) => [{ holds: 'commitments', columns }];

describe('mappings that editors save', () => {
  let tracker: Tracker;
  let token: string;
  let other: string;
  let editor: ReturnType<typeof panelImports>;
  beforeAll(async () => {
    tracker = await bootTracker();
    token = await adminToken(tracker, ['strapi-editor']);
    other = await adminToken(tracker, ['strapi-editor']);
    editor = panelImports(tracker, token);
    const plans = tracker.strapi.documents('api::action-plan.action-plan');
    const plan = { code: 'GE-2030', title: 'Plan' };
    const { documentId } = await plans.create({ locale: 'ka', data: plan as never });
    await plans.update({ documentId, locale: 'en', data: plan as never });
    await plans.publish({ documentId, locale: '*' } as never);
  });
  afterEach(async () => {
    await tracker.strapi.db.query('plugin::accountability.saved-mapping').deleteMany({ where: {} });
    for (const uid of [COMMITMENT, 'api::partner.partner'] as const) {
      const documents = tracker.strapi.documents(uid);
      for (const { documentId } of await documents.findMany({ locale: '*' })) {
        await documents.delete({ documentId, locale: '*' });
      }
    }
  });
  afterAll(() => tracker.close());

  const ask = <Data = Saved>(address: string, method = 'GET', body?: object, as = token, language = 'en') =>
    jsonRequest<Answer<Data>>(`${tracker.url}${address}`, {
      method,
      token: as,
      body,
      headers: { 'Accept-Language': language },
    });
  const save = (name: string, tables: unknown = TABLES, as = token) =>
    ask(SAVED, 'POST', { name, tables }, as);
  const commitments = async () => {
    const { body } = await jsonRequest<{ data: readonly Readonly<Record<string, unknown>>[] }>(
      `${tracker.url}/api/commitments?locale=en&sort=code&populate=*`,
    );
    return body.data;
  };
  const codesOf = ({ result }: ImportView) => result?.problems.map(({ code }) => code);

  it('are saved, listed, changed and deleted, with their owner and when they were changed', async () => {
    const made = await save('  ჩვენი ცხრილი ');
    expect(made).toMatchObject({
      status: 201,
      body: { data: { name: 'ჩვენი ცხრილი', version: 1, tables: TABLES } },
    });
    const { id, owner } = made.body.data;
    expect(owner).not.toBe('');
    const address = `${SAVED}/${id}`;
    expect((await ask(address)).body.data).toEqual(made.body.data);
    const tables = withColumns(...COLUMNS.filter(({ from }) => from !== 'Until'));
    const changed = await ask(address, 'PUT', { name: 'Ours', tables, version: 1 }, other);
    expect(changed).toMatchObject({
      status: 200,
      body: { data: { name: 'Ours', version: 2, owner, tables } },
    });
    expect(Date.parse(changed.body.data.changedAt)).toBeGreaterThan(Date.parse(made.body.data.changedAt));
    const late = await ask(address, 'PUT', { name: 'Mine', tables, version: 1 });
    expect([late.status, late.body.error.details.code]).toEqual([409, 'MAPPING_CHANGED_SINCE']);
    expect((await ask<Saved[]>(SAVED)).body.data.map(({ name }) => name)).toEqual(['Ours']);
    expect((await ask(address, 'DELETE')).status).toBe(204);
    for (const method of ['GET', 'DELETE']) {
      const gone = await ask(address, method);
      expect([gone.status, gone.body.error.details.code]).toEqual([404, 'NO_SUCH_SAVED_MAPPING']);
    }
    expect((await ask<Saved[]>(SAVED)).body.data).toEqual([]);
  });

  it('are written by those who have the permission, and seen by those who may import', async () => {
    const { id } = (await save('Ours')).body.data;
    const role = await tracker.strapi.db.query('admin::role').create({
      data: { name: 'Importer', code: 'importer', description: '' },
    });
    const may = ['plugin::accountability.imports.read', 'plugin::accountability.imports.create'];
    await tracker.strapi.service('admin::role').assignPermissions(
      role.id,
      may.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
    );
    const importer = await adminToken(tracker, ['importer']);
    const author = await adminToken(tracker, ['strapi-author']);
    const body = { name: 'Theirs', tables: TABLES, version: 1 };
    const all: [string, string, object | undefined, number, number][] = [
      [SAVED, 'GET', undefined, 200, 403],
      [`${SAVED}/${id}`, 'GET', undefined, 200, 403],
      [SAVED, 'POST', { name: 'Theirs', tables: TABLES }, 403, 403],
      [`${SAVED}/${id}`, 'PUT', body, 403, 403],
      [`${SAVED}/${id}`, 'DELETE', undefined, 403, 403],
      ['/accountability/import-files/none/proposal', 'GET', undefined, 404, 403],
    ];
    for (const [address, method, sent, asImporter, asAuthor] of all) {
      const statuses = [
        (await ask(address, method, sent, importer)).status,
        (await ask(address, method, sent, author)).status,
        (await jsonRequest(`${tracker.url}${address}`, { method, body: sent })).status,
      ];
      expect([method, address, ...statuses]).toEqual([method, address, asImporter, asAuthor, 401]);
    }
    expect((await ask<Saved[]>(SAVED)).body.data).toMatchObject([{ name: 'Ours', version: 1 }]);
  });

  it('have a name of their own: that of a declared or another saved mapping is refused', async () => {
    await save('Ours');
    for (const [name, code] of [
      ['native', 'MAPPING_NAME_DECLARED'],
      ['GENERIC', 'MAPPING_NAME_DECLARED'],
      ['us-nap5', 'MAPPING_NAME_DECLARED'],
      ['  ours', 'MAPPING_NAME_TAKEN'],
    ] as const) {
      const { status, body } = await save(name);
      expect([name, status, body.error.details.code]).toEqual([name, 409, code]);
    }
    const second = (await save('Second')).body.data;
    const renamed = await ask(`${SAVED}/${second.id}`, 'PUT', { name: 'OURS', tables: TABLES, version: 1 });
    expect([renamed.status, renamed.body.error.details.code]).toEqual([409, 'MAPPING_NAME_TAKEN']);
    // Saved at once, one of them is refused.
    const both = await Promise.all([save('Twice'), save('twice', TABLES, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are refused with column and field of what is wrong', async () => {
    const wrong: [Column, string][] = [
      [{ from: 'X', to: 'colour' }, 'field-unknown'],
      [{ from: 'X', to: 'createdBy' }, 'field-unknown'],
      [{ from: 'X', constant: 'y', to: 'description' }, 'from-or-constant'],
      [{ to: 'description' }, 'from-or-constant'],
      [{ from: 'X', to: 'description', locale: 'fr' }, 'language-unknown'],
      [{ from: 'X', to: 'description', separators: [';'] }, 'not-a-list'],
      [{ from: 'X', to: 'description', dateOrder: 'dmy' }, 'not-a-date'],
      [{ from: 'X', to: 'description', values: { a: 'b' } }, 'no-codes'],
      [{ from: 'X', to: 'state(implementation)', values: { Done: 'lost' } }, 'code-unknown'],
      [{ constant: 'lost', to: 'state(implementation)' }, 'code-unknown'],
      [{ from: 'X', to: 'code' }, 'field-twice'],
    ];
    const base = COLUMNS.filter(({ to }) => to !== 'state(implementation)');
    for (const [column, code] of wrong) {
      const { status, body } = await save('Wrong', withColumns(...base, column));
      const { details, message } = body.error;
      expect([status, details.code, column.to]).toEqual([400, 'MAPPING_NOT_USABLE', column.to]);
      expect(details.problems).toMatchObject([
        { code, table: 0, column: column.from ?? column.constant ?? '', field: column.to },
      ]);
      expect(message).toContain(details.problems![0]!.message);
      expect(details.messages.ka).not.toBe(details.messages.en);
    }
    const { body: missing } = await save('Wrong', withColumns({ from: 'Nr', to: 'code' }));
    expect(missing.error.details.problems).toMatchObject([
      { code: 'field-missing', column: null, field: 'title' },
      { code: 'field-missing', column: null, field: 'actionPlan.code|title' },
    ]);
    const keys: [string[], string][] = [
      [['slug'], 'key-unknown'],
      [['actionPlan', 'code'], 'key-incomplete'],
    ];
    for (const [key, code] of keys) {
      const columns = COLUMNS.filter(({ to }) => to !== 'code');
      const { body } = await save('Wrong', [{ holds: 'commitments', key, columns }]);
      expect(body.error.details.problems).toMatchObject([{ code }]);
    }
    const unknown = await save('Wrong', [{ holds: 'users', columns: COLUMNS }]);
    expect(unknown.body.error.details.problems).toMatchObject([{ code: 'table-unknown' }]);
    expect((await ask<Saved[]>(SAVED)).body.data).toEqual([]);
  });

  it('are refused in the words of the reader where their form is wrong, with the header of the column', async () => {
    const forms: [object, string, RegExp][] = [
      [{ tables: TABLES }, 'name', /missing or empty/],
      [{ name: 'x'.repeat(61), tables: TABLES }, 'name', /longer than 60/],
      [{ name: 'a\u202Eb', tables: TABLES }, 'name', /right form/],
      [{ name: 'x', tables: [] }, 'tables', /missing or empty/],
      [{ name: 'x', tables: TABLES, owner: 'me' }, 'owner', /no such parameter/],
      [
        { name: 'x', tables: withColumns({ from: 'Until', to: 'timeframe', dateOrder: 'ydm' }) },
        'tables.0.columns.0.dateOrder (“Until”)',
        /dmy, mdy and ymd/,
      ],
    ];
    for (const [body, parameter, message] of forms) {
      const { status, body: answer } = await ask(SAVED, 'POST', body);
      expect([status, answer.error.details.code, answer.error.details.parameter]).toEqual([
        400,
        'IMPORT_REQUEST',
        parameter,
      ]);
      expect(answer.error.message).toMatch(message);
      expect(answer.error.details.messages.ka).toMatch(/[ა-ჰ]{4}.*\(.*[ა-ჰ]{4}|[ა-ჰ]{4}.*dmy/s);
    }
  });

  it('read a file in words of its own: in the panel unsaved, and saved over HTTP and by the command’s service', async () => {
    const before = await rowCounts(tracker);
    const tables = withColumns(...COLUMNS);
    const checked = await editor.run([SHEET], { mapping: 'generic', tables, dryRun: true });
    expect(checked).toMatchObject({
      status: 'checked',
      mapping: 'generic',
      result: { errors: 0, counts: { [COMMITMENT]: { created: 2 } } },
    });
    await save('Our sheet');
    const api = await makeApiToken(tracker, 'custom', ['plugin::accountability.imports.create']);
    expect(await rowCounts(tracker)).toMatchObject({ commitments: before.commitments });
    const done = await importBy(tracker, api, { files: [SHEET], fields: { mapping: 'our sheet' } });
    expect(done).toMatchObject({ status: 'done', mapping: 'Our sheet', result: { errors: 0, warnings: 0 } });
    const found = await commitments();
    expect(found).toMatchObject([
      {
        code: '1',
        title: 'Open budget',
        implementationStatus: 'in-progress',
        timeframe: { endDate: '2031-06-05' },
        actionPlan: { code: 'GE-2030' },
      },
      { code: '2', title: 'Open courts', implementationStatus: 'not-started' },
    ]);
    expect((found[0]!.leadAgencies as { name: string }[]).map(({ name }) => name).sort()).toEqual([
      'Ministry A',
      'Ministry B',
    ]);
    // Next year's file of another name goes the same way: everything is there already.
    const next = { ...SHEET, name: 'promises 2031.csv' };
    const again = await editor.run([next], { mapping: 'OUR SHEET' });
    expect(again).toMatchObject({ status: 'done', result: { applied: false } });
    const known = await tracker.strapi.plugin('accountability').service('imports').mappings();
    expect((known as { name: string }[]).map(({ name }) => name)).toEqual([
      'native',
      'us-nap5',
      'Our sheet',
      'generic',
    ]);
  });

  it('have values for every row of any field, a key of their own, and words that mean something else here', async () => {
    const tables = [
      {
        holds: 'commitments',
        key: ['actionPlan', 'title'],
        columns: [
          ...COLUMNS.filter(({ to }) => to !== 'state(implementation)' && to !== 'leadAgencies.name'),
          // "Completed" is known as something else.
          { from: 'How far', to: 'state(implementation)', values: { Completed: 'in-progress' } },
          { constant: 'The same problem', to: 'problem', locale: 'en' },
          { constant: 'ერთი პრობლემა', to: 'problem', locale: 'ka' },
        ],
      },
    ];
    const saved = await save('Ours', tables);
    expect([saved.status, saved.body.data.tables]).toEqual([201, tables]);
    const sheet = (code: string) => ({
      ...SHEET,
      content: csv(
        ['Nr', 'What we promise', 'რას ვპირდებით', 'Until', 'How far'],
        [code, 'Open budget', 'ღია ბიუჯეტი', '05/06/2031', 'completed'],
      ),
    });
    const first = await editor.run([sheet('1')], { mapping: 'Ours' });
    expect(first).toMatchObject({
      status: 'done',
      result: { errors: 0, counts: { [COMMITMENT]: { created: 1 } } },
    });
    expect(await commitments()).toMatchObject([
      { code: '1', problem: 'The same problem', implementationStatus: 'in-progress' },
    ]);
    // Found by its title: the code may change.
    expect(await editor.run([sheet('1a')], { mapping: 'Ours' })).toMatchObject({
      status: 'done',
      result: { errors: 0, counts: { [COMMITMENT]: { created: 0, changed: 1 } } },
    });
    expect((await commitments()).map(({ code }) => code)).toEqual(['1a']);
  });

  it('warn of a column that is not in the file, and are refused once a field of theirs is gone', async () => {
    await save('Ours');
    const [head = '', ...rows] = SHEET.content.toString().split('\r\n');
    const renamed = { ...SHEET, content: [head.replace('Until', 'Deadline'), ...rows].join('\r\n') };
    const result = await editor.run([renamed], { mapping: 'Ours', dryRun: true });
    expect(result).toMatchObject({ status: 'checked', result: { errors: 0, warnings: 1 } });
    expect(codesOf(result)).toEqual(['column-not-there']);
    expect(result.result!.problems[0]!.message).toContain('“Until”');
    await tracker.strapi.db
      .query('plugin::accountability.saved-mapping')
      .updateMany({ where: {}, data: { tables: withColumns(...COLUMNS, { from: 'X', to: 'colour' }) } });
    const { data } = await editor.upload(SHEET);
    const refused = await editor.start({ upload: data.upload, mapping: 'Ours' });
    expect([refused.status, refused.error.details.code]).toEqual([400, 'MAPPING_NOT_USABLE']);
    const shown = await ask<{ name: string; description: string }[]>('/accountability/import-mappings');
    expect(shown.body.data.find(({ name }) => name === 'Ours')?.description).toMatch(/colour/);
  });

  it('are proposed: what a sheet holds, and of each column field, language and how sure that is', async () => {
    const sheet: SentFile = {
      name: 'sheet.csv',
      content: [
        'some words above',
        csv(
          ['No', 'Title (English)', 'სათაური – ქართულად', 'Action plan', 'Deadline as agreed', 'Remark'],
          ['1', 'a', 'ა', 'GE-2030', '2031', ''],
          ['2', 'b', 'ბ', 'GE-2030', '2031', 'Up and running'],
        ),
      ].join('\r\n'),
    };
    const { data } = (await sendForm(tracker, '/accountability/import-files', {
      token,
      files: [{ ...sheet, name: 'commitments.csv' }],
    })) as unknown as { data: { upload: string } };
    const address = `/accountability/import-files/${data.upload}/proposal`;
    interface Proposal {
      readonly contents: readonly {
        name: string;
        keys: readonly (readonly string[])[];
        fields: readonly {
          to: string;
          label: string;
          codes: readonly { code: string; label: string; words: readonly string[] }[] | null;
        }[];
      }[];
      readonly sheets: readonly {
        holds: string | null;
        savedTable: number | null;
        columns: Record<string, readonly object[]>;
      }[];
    }
    const { status, body } = await ask<Proposal>(`${address}?headerRow=2`);
    expect(status).toBe(200);
    expect(body.data.sheets).toMatchObject([{ holds: 'commitments', headerRow: 2, savedTable: null }]);
    expect(body.data.sheets[0]!.columns.commitments).toMatchObject([
      { header: 'No', to: 'code', locale: null, confidence: 'sure' },
      { header: 'Title (English)', to: 'title', locale: 'en', confidence: 'sure' },
      { header: 'სათაური – ქართულად', to: 'title', locale: 'ka', confidence: 'sure' },
      { header: 'Action plan', to: 'actionPlan.code|title', confidence: 'sure' },
      {
        header: 'Deadline as agreed',
        to: 'timeframe.endDate',
        confidence: 'unsure',
        couldBe: expect.arrayContaining(['timeframe.endDate']),
      },
      { header: 'Remark', to: null, confidence: 'unknown', couldBe: [] },
    ]);
    expect(body.data.sheets).toMatchObject([
      { texts: [['1', '2'], ['a', 'b'], ['ა', 'ბ'], ['GE-2030'], ['2031'], ['Up and running']] },
    ]);
    const held = body.data.contents.find(({ name }) => name === 'commitments');
    expect(held?.keys).toEqual([
      ['actionPlan', 'code'],
      ['actionPlan', 'title'],
    ]);
    const codes = held?.fields.find(({ to }) => to === 'state(implementation)')?.codes;
    expect(codes?.find(({ code }) => code === 'completed')).toMatchObject({
      label: 'Completed',
      words: expect.arrayContaining(['Completed', 'დასრულდა']),
    });
    const { id } = (await save('Ours')).body.data;
    const withSaved = await ask<Proposal>(`${address}?headerRow=2&saved=${id}`);
    // It lacks what the saved mapping needs.
    expect(withSaved.body.data.sheets).toMatchObject([{ savedTable: null }]);
    const own = await editor.upload(SHEET);
    const fitting = await ask<Proposal>(
      `/accountability/import-files/${own.data.upload}/proposal?saved=${id}`,
    );
    expect(fitting.body.data.sheets).toMatchObject([{ savedTable: 0 }]);
    // The site's languages are ka and en; whoever asks has the panel in Arabic.
    const people = tracker.strapi.db.query('admin::user');
    await people.updateMany({ where: {}, data: { preferedLanguage: 'ar' } });
    const arabic = await ask<Proposal>(`${address}?headerRow=2`);
    const inArabic = await ask<{ name: string; description: string }[]>('/accountability/import-mappings');
    const imported = await editor.run([{ ...sheet, name: 'commitments.csv' }], {
      mapping: 'generic',
      headerRow: '2',
      dryRun: true,
    });
    await people.updateMany({ where: {}, data: { preferedLanguage: null } });
    const fields = arabic.body.data.contents.find(({ name }) => name === 'commitments')?.fields ?? [];
    expect(fields.find(({ to }) => to === 'title')?.label).toMatch(/^[\u0600-\u06ff ]+$/);
    expect(inArabic.body.data.find(({ name }) => name === 'Ours')?.description).toMatch(/^[\u0600-\u06ff]/);
    const remark = imported.result?.problems.find(({ place }) => place.column === 'Remark');
    expect([remark?.code, remark?.message]).toEqual([
      'column-not-read',
      expect.stringMatching(/[\u0600-\u06ff]{3}/),
    ]);
    const foreign = await ask(address, 'GET', undefined, other);
    expect([foreign.status, foreign.body.error.details.code]).toEqual([404, 'NO_SUCH_UPLOAD']);
  });

  it('leave the order of day and month to the request where they say nothing of it', async () => {
    const tables = withColumns(...COLUMNS.map(({ dateOrder: _, ...column }) => column as Column));
    await save('Ours', tables);
    const api = await makeApiToken(tracker, 'custom', ['plugin::accountability.imports.create']);
    const fields = { mapping: 'Ours', dryRun: 'true' };
    const without = await importBy(tracker, api, { files: [SHEET], fields });
    expect(codesOf(without)).toEqual(['date-ambiguous', 'date-ambiguous']);
    const mdy = await importBy(tracker, api, { files: [SHEET], fields: { ...fields, dateOrder: 'mdy' } });
    expect(mdy).toMatchObject({ status: 'checked', result: { errors: 0 } });
    const wrong = await sendImport(tracker, {
      token: api,
      files: [SHEET],
      fields: { ...fields, dateOrder: 'x' },
      headers: { 'Accept-Language': 'en' },
    });
    expect([wrong.status, wrong.error.details.code, wrong.error.message]).toEqual([
      400,
      'IMPORT_REQUEST',
      'The request is not understood: dateOrder (it has to be one of: dmy, mdy and ymd).',
    ]);
  });
});
