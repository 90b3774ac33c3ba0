import { hostname as hostOfTests } from 'node:os';
import { adminToken, createAdmin, adminLogin } from '../support/accounts';
import { NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { dumpContent } from '../support/content-dump';
import { failStatements } from '../support/failing-statements';
import { makeMilestone } from '../support/milestones';
import { csv, panelImports, rowCounts, sendImport, type SentFile } from '../support/imports';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';
import { makeApiToken } from '../security/routes/callers';

const IMPORT = 'plugin::accountability.import';
const PARTNER = 'api::partner.partner';
const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';

let count = 0;
const partners = (...more: string[][]): SentFile => {
  count += 1;
  const rows = [[`access-${count}`, `Partner ${count}`, `პარტნიორი ${count}`], ...more];
  return { name: 'partners.csv', content: csv(['slug', 'name_en', 'name_ka'], ...rows) };
};

const commitmentId = (number: number) => `commitmentofaccess${String(number).padStart(6, '0')}`;

/** A commitment with a milestone, that nobody has imported yet. */
function commitment(status = 'not-started'): { documentId: string; milestone: string; files: SentFile[] } {
  count += 1;
  const documentId = commitmentId(count);
  const milestone = documentId.replace('commitment', 'milestone0');
  return {
    documentId,
    milestone,
    files: [
      {
        name: 'commitments.csv',
        content: csv(
          ['id', 'code', 'title_en', 'title_ka'],
          [documentId, `A${count}`, `Commitment ${count}`, `ვალდებულება ${count}`],
        ),
      },
      {
        name: 'milestones.csv',
        content: csv(
          ['id', 'code', 'title_en', 'title_ka', 'commitment_id', 'implementation_status'],
          [milestone, `A${count}.1`, `Milestone ${count}`, `ეტაპი ${count}`, documentId, status],
        ),
      },
    ],
  };
}

describe('imports of the panel', () => {
  let tracker: Tracker;
  let admin: ReturnType<typeof panelImports>;
  let editor: ReturnType<typeof panelImports>;
  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    admin = panelImports(tracker, await adminToken(tracker));
    editor = panelImports(tracker, await adminToken(tracker, ['strapi-editor']));
  });
  afterAll(() => tracker.close());

  const documents = (uid: typeof PARTNER | typeof COMMITMENT | typeof MILESTONE) =>
    tracker.strapi.documents(uid);

  it('are for editors and super admins; moderators and authors see nothing of them', async () => {
    for (const user of [admin, editor]) {
      expect((await user.get('/import-mappings')).status).toBe(200);
      const done = await user.run([partners()]);
      expect(done).toMatchObject({ status: 'done', result: { counts: { [PARTNER]: { created: 1 } } } });
      expect((await user.get('/imports')).data).toEqual(
        expect.arrayContaining([expect.objectContaining({ id: done.id, errors: 0 })]),
      );
      const undone = await user.undo(done.id);
      expect(undone).toMatchObject({ status: 200, data: { status: 'undone' } });
    }
    const { id } = await admin.run([partners()]);
    for (const role of ['tracker-moderator', 'strapi-author']) {
      const other = panelImports(tracker, await adminToken(tracker, [role]));
      const statuses = [
        (await other.get('/import-mappings')).status,
        (await other.get('/imports')).status,
        (await other.get(`/imports/${id}`)).status,
        (await other.get(`/imports/${id}/report`)).status,
        (await other.upload(partners())).status,
        (await other.start({ upload: 'x' })).status,
        (await other.undo(id)).status,
      ];
      expect([role, ...statuses]).toEqual([role, 403, 403, 403, 403, 403, 403, 403]);
    }
    expect((await admin.get(`/imports/${id}`)).data.status).toBe('done');
  });

  it('record past days and copied histories for those who may, which editors may not', async () => {
    const { documentId, files } = commitment();
    const history: SentFile = {
      name: 'status-history.csv',
      content: csv(
        [
          'dataset',
          'record_id',
          'version',
          'transition',
          'to_status',
          'changed_at',
          'as_of',
          'as_of_precision',
        ],
        [
          'milestones',
          documentId.replace('commitment', 'milestone0'),
          '1',
          'record',
          'completed',
          '2020-01-01T00:00:00.000Z',
          '2019',
          'year',
        ],
      ),
    };
    const done = commitment('completed');
    const sent: SentFile[] = [
      files[0]!,
      { ...files[1]!, content: files[1]!.content.toString().replace('not-started', 'completed') },
      history,
    ];
    const before = await rowCounts(tracker);
    const refused = await editor.run(sent);
    expect(refused).toMatchObject({ status: 'refused', result: { applied: false } });
    expect(refused.result!.problems).toMatchObject([
      { severity: 'error', code: 'history-not-allowed', place: { file: 'milestones.csv', row: 2 } },
    ]);
    expect(await rowCounts(tracker)).toEqual(before);
    // A state as it is today is no history.
    expect(await editor.run(done.files)).toMatchObject({ status: 'done' });

    expect(await admin.run(sent)).toMatchObject({ status: 'done', result: { errors: 0 } });
    const moves = await jsonRequest<{ data: { asOf: string }[] }>(
      `${tracker.url}/api/milestones/${documentId.replace('commitment', 'milestone0')}/status-history`,
    );
    expect(moves.body.data).toMatchObject([{ asOf: expect.stringMatching(/^2019/) }]);
    expect(JSON.stringify(moves.body)).not.toContain('Test strapi');
  });

  it('use the files of whoever uploaded them only', async () => {
    const { data } = await admin.upload(partners());
    const answer = await editor.start({ upload: data.upload });
    expect([answer.status, answer.error.details.code]).toEqual([404, 'NO_SUCH_UPLOAD']);
    expect((await editor.start({})).error.details.code).toBe('NO_SUCH_UPLOAD');
    expect((await admin.start({ upload: data.upload, dryRun: true })).status).toBe(202);
  });

  it('import the files that were checked, and no others', async () => {
    const checked = await admin.upload(partners());
    const digests = checked.data.files.map(({ digest }) => digest);
    const { data: dry } = await admin.start({ upload: checked.data.upload, dryRun: true });
    expect(await admin.end(dry.id)).toMatchObject({ status: 'checked', files: [{ digest: digests[0] }] });
    const other = await admin.upload(partners());
    const answer = await admin.start({ upload: other.data.upload, digests });
    expect([answer.status, answer.error.details.code]).toEqual([409, 'IMPORT_CHANGED_SINCE']);
    const { data: started } = await admin.start({ upload: checked.data.upload, digests });
    expect(await admin.end(started.id)).toMatchObject({ status: 'done' });
    expect((await admin.start({ upload: checked.data.upload })).error.details.code).toBe('NO_SUCH_UPLOAD');
  });

  it('give what they found as a file', async () => {
    const { id } = await admin.run([partners(['access-faulty', '=1+1'.repeat(200), 'x'])]);
    const { status, headers, body } = await jsonRequest<string>(
      `${tracker.url}/accountability/imports/${id}/report`,
      { token: await adminToken(tracker), headers: { 'accept-language': 'en' } },
    );
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      `attachment; filename="import-${id}.csv"`,
    ]);
    expect(body.split('\r\n')[1]).toMatch(/partners\.csv,,3,name_en,text-too-long,/);
  });

  describe('are undone as one', () => {
    it('once', async () => {
      const before = await rowCounts(tracker);
      const { files } = commitment('completed');
      const { id, status } = await editor.run(files);
      expect(status).toBe('done');
      const both = await Promise.all([editor.undo(id), editor.undo(id)]);
      expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const again = await editor.undo(id);
      expect([again.status, again.error.details.code]).toEqual([409, 'IMPORT_NOT_UNDOABLE']);
      const { accountability_changes: logged, ...left } = await rowCounts(tracker);
      const { accountability_changes: loggedBefore, ...had } = before;
      expect(left).toEqual(had);
      // The log says that it appeared and that it went.
      expect(logged! - loggedBefore!).toBeGreaterThan(0);
    });

    it.each(['none', 'done-nothing', 'refused'])('where they wrote something: %s', async (kind) => {
      if (kind === 'none') return expect((await editor.undo('x')).status).toBe(404);
      const file = partners();
      if (kind === 'done-nothing') await editor.run([file]);
      const { id } = await editor.run(kind === 'refused' ? [{ ...file, name: 'nothing.csv' }] : [file]);
      const answer = await editor.undo(id);
      if (kind === 'refused') expect(answer.error.details.code).toBe('IMPORT_NOT_UNDOABLE');
      else expect([answer.status, answer.data.status]).toEqual([200, 'undone']);
    });

    const changes: [string, (ids: { documentId: string; milestone: string }) => Promise<unknown>, string][] =
      [
        [
          'was edited',
          ({ documentId }) =>
            documents(COMMITMENT).update({ documentId, locale: 'en', data: { title: 'Edited' } as never }),
          COMMITMENT,
        ],
        [
          'was moved',
          ({ milestone }) =>
            jsonRequest(`${tracker.url}/accountability/transitions`, {
              token: superAdmin,
              body: {
                contentType: MILESTONE,
                documentId: milestone,
                workflow: 'implementation',
                transition: 'start',
              },
            }),
          MILESTONE,
        ],
        [
          'has a milestone of somebody else',
          ({ documentId }) => makeMilestone(tracker, { data: { commitment: documentId } }),
          COMMITMENT,
        ],
        [
          'has a comment',
          ({ documentId }) =>
            sendComment(tracker, documentId, writtenComment()).then(({ status }) => expect(status).toBe(201)),
          COMMITMENT,
        ],
      ];
    let superAdmin: string;
    beforeAll(async () => {
      superAdmin = await adminLogin(tracker, await createAdmin(tracker));
    });

    it.each(changes)(
      'unless a document of them %s: it is named, and nothing is undone',
      async (_how, change, type) => {
        const made = commitment();
        const { id } = await editor.run(made.files);
        // Moments are kept in milliseconds.
        await new Promise((resolve) => setTimeout(resolve, 5));
        await change(made);
        const before = await rowCounts(tracker);
        const answer = await editor.undo(id);
        expect([answer.status, answer.error.details.code]).toEqual([409, 'IMPORT_EDITED_SINCE']);
        expect(answer.error.details.documents).toEqual([
          { contentType: type, documentId: type === MILESTONE ? made.milestone : made.documentId },
        ]);
        expect(await rowCounts(tracker)).toEqual(before);
        expect((await editor.get(`/imports/${id}`)).data.status).toBe('done');
      },
    );

    it('with the values and states that were there before', async () => {
      const made = commitment();
      const first = await admin.run(made.files);
      expect(first.status).toBe('done');
      const history = () =>
        jsonRequest<{ data: object[] }>(`${tracker.url}/api/milestones/${made.milestone}/status-history`);
      const shown = async () => ({
        commitment: await documents(COMMITMENT)
          .findOne({ documentId: made.documentId, locale: 'en', status: 'published' })
          .then((row) => ({ title: row?.title, code: row?.code })),
        milestone: await documents(MILESTONE)
          .findOne({ documentId: made.milestone, locale: 'ka', status: 'published' })
          .then((row) => ({ title: row?.title, status: row?.implementationStatus })),
        history: (await history()).body.data,
      });
      const before = await shown();
      const changed = made.files.map(({ name, content }) => ({
        name,
        content: content
          .toString()
          .replace('"Commitment', '"Renamed')
          .replace('ეტაპი', 'სხვა')
          .replace('not-started', 'completed'),
      }));
      const second = await editor.run(changed);
      expect(second).toMatchObject({
        status: 'done',
        result: { counts: { [COMMITMENT]: { changed: 1 }, [MILESTONE]: { changed: 1 } } },
      });
      const after = await shown();
      expect(after.commitment.title).toMatch(/^Renamed/);
      expect(after.milestone).toMatchObject({
        title: expect.stringMatching(/^სხვა/),
        status: 'completed',
      });
      expect((await editor.undo(second.id)).status).toBe(200);
      expect(await shown()).toEqual(before);
    });

    it('with the language that a document got by them', async () => {
      const { files, documentId } = commitment();
      const only = (column: string): SentFile[] =>
        files.map((file) => ({ ...file, content: file.content.toString().replaceAll(column, 'note') }));
      expect((await editor.run(only('title_en'))).status).toBe('done');
      const before = await dumpContent(tracker.strapi);
      const second = await editor.run(files);
      const inEnglish = () =>
        tracker.strapi.db.query(COMMITMENT).count({ where: { documentId, locale: 'en' } });
      expect([second.status, await inEnglish()]).toEqual(['done', 2]);
      expect((await editor.undo(second.id)).status).toBe(200);
      expect(await inEnglish()).toBe(0);
      const { change: _logged, ...after } = await dumpContent(tracker.strapi);
      const { change: _loggedBefore, ...had } = before;
      expect(after).toEqual(had);
    });
  });

  describe('are undone one after the other, the last one first', () => {
    const renamed = (files: readonly SentFile[], name: string): SentFile[] =>
      files.map((file) => ({
        ...file,
        content: file.content
          .toString()
          .replace('"Commitment', `"${name}`)
          .replace('not-started', 'completed'),
      }));

    it('back to where they began', async () => {
      const before = await rowCounts(tracker);
      const made = commitment();
      const first = await editor.run(made.files);
      const second = await editor.run(renamed(made.files, 'Second'));
      const third = await editor.run(renamed(made.files, 'Third'));
      for (const { id } of [first, second]) {
        const early = await editor.undo(id);
        expect([early.status, early.error.details.code]).toEqual([409, 'IMPORT_EDITED_SINCE']);
      }
      for (const { id } of [third, second, first]) expect((await editor.undo(id)).status).toBe(200);
      const { accountability_changes: _logged, ...left } = await rowCounts(tracker);
      const { accountability_changes: _before, ...had } = before;
      expect(left).toEqual(had);
    });

    it('unless somebody edited in between', async () => {
      const made = commitment();
      const first = await editor.run(made.files);
      await documents(COMMITMENT).update({
        documentId: made.documentId,
        locale: 'en',
        data: { description: 'Edited' } as never,
      });
      await documents(COMMITMENT).publish({ documentId: made.documentId, locale: 'en' });
      const second = await editor.run(renamed(made.files, 'Second'));
      expect((await editor.undo(second.id)).status).toBe(200);
      const answer = await editor.undo(first.id);
      expect([answer.status, answer.error.details]).toMatchObject([
        409,
        { documents: [{ contentType: COMMITMENT, documentId: made.documentId }] },
      ]);
    });

    it('all of it or nothing', async () => {
      const made = commitment();
      const first = await editor.run(made.files);
      const second = await editor.run(renamed(made.files, 'Second'));
      const before = await dumpContent(tracker.strapi);
      // The last thing an undoing writes.
      const repair = await failStatements(tracker, {
        table: 'accountability_imports',
        on: 'UPDATE',
        column: 'status',
      });
      expect((await editor.undo(second.id)).status).toBe(500);
      await repair();
      expect(await dumpContent(tracker.strapi)).toEqual(before);
      for (const { id } of [second, first]) expect((await editor.undo(id)).status).toBe(200);
    });
  });

  describe('are one at a time', () => {
    const running = (more: object = {}) =>
      tracker.strapi.db.query(IMPORT).create({
        data: {
          name: `running-${(count += 1)}`,
          status: 'running',
          mapping: 'native',
          isDryRun: false,
          keepsGood: false,
          files: [],
          actorKind: 'admin',
          actorId: '1',
          actorName: 'Nino Importer',
          startedAt: '2026-01-02T03:04:05Z',
          host: 'another-host.example',
          process: 1,
          seen: new Date().toISOString(),
          ...more,
        },
      });

    it('a second is refused with who began the first, and when; a machine gets no name', async () => {
      const { id } = await running();
      const { data } = await editor.upload(partners());
      const second = await editor.start({ upload: data.upload });
      expect([second.status, second.error.details.code]).toEqual([409, 'IMPORT_BUSY']);
      expect(second.error.message).toMatch(/Nino Importer.*2026-01-02T03:04:05/);
      const token = await makeApiToken(tracker, 'custom', ['plugin::accountability.imports.create']);
      const machine = await sendImport(tracker, { token, files: [partners()] });
      expect([machine.status, machine.error.details.code]).toEqual([409, 'IMPORT_BUSY']);
      expect(machine.error.message).toMatch(/an administrator.*2026-01-02T03:04:05/);
      expect(JSON.stringify(machine.error)).not.toContain('Nino');

      await tracker.strapi.db.query(IMPORT).update({ where: { id }, data: { status: 'done' } });
      const { data: started } = await editor.start({ upload: data.upload });
      expect((await editor.end(started.id)).status).toBe('done');
    });

    it('of two that come at once one is refused, and works afterwards', async () => {
      const uploads = [await editor.upload(partners()), await admin.upload(partners())];
      const starts = await Promise.all([
        editor.start({ upload: uploads[0]!.data.upload }),
        admin.start({ upload: uploads[1]!.data.upload }),
      ]);
      for (const [index, { status, data, error }] of starts.entries()) {
        const user = [editor, admin][index]!;
        if (status === 202) {
          expect((await user.end(data.id)).status).toBe('done');
          continue;
        }
        expect([status, error.details.code]).toEqual([409, 'IMPORT_BUSY']);
        const other = starts[1 - index]!;
        await [editor, admin][1 - index]!.end(other.data.id);
        const again = await user.start({ upload: uploads[index]!.data.upload });
        expect((await user.end(again.data.id)).status).toBe('done');
      }
    });

    it.each([
      ['whose process has died', { host: hostOfTests(), process: 2 ** 22 + 1 }],
      ['that has given no sign for minutes', { seen: new Date(Date.now() - 10 * 60_000).toISOString() }],
    ])('one %s has failed, and stops nobody', async (_how, more) => {
      const { name } = await running(more);
      expect((await editor.run([partners()])).status).toBe('done');
      expect((await editor.get(`/imports/${name}`)).data).toMatchObject({
        status: 'failed',
        failure: { code: 'process-ended', message: expect.stringMatching(/start it again/) },
      });
    });
  });
});
