import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootTracker, type Tracker } from '../support/tracker';

const REPORT = 'api::progress-report.progress-report';

interface Imports {
  start(request: object): Promise<{
    ended: Promise<{ applied: boolean; errors: number; problems: { code: string; place: object }[] }>;
  }>;
}

describe('an import that changes a component with a file', () => {
  let tracker: Tracker;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-import-'));
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  });
  afterAll(async () => {
    await tracker.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (content: string) => {
    const file = path.join(folder, 'progress-reports.csv');
    await writeFile(file, content);
    const imports: Imports = tracker.strapi.plugin('accountability').service('imports');
    const files = [{ name: 'progress-reports.csv', path: file }];
    return (await imports.start({ mapping: 'native', files, isDryRun: false, keepsGood: false })).ended;
  };

  it('is refused, and goes in where the component stays', async () => {
    const { strapi } = tracker;
    const file = await strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'a.pdf',
        hash: 'a',
        ext: '.pdf',
        mime: 'application/pdf',
        size: 1,
        url: '/a',
        provider: 'local',
      },
    });
    const report = await strapi.documents(REPORT).findFirst({ locale: 'ka' });
    const documentId = report!.documentId;
    await strapi.documents(REPORT).update({
      documentId,
      locale: 'ka',
      data: { evidence: [{ title: 'Minutes', file: file.id }] } as never,
    });
    await strapi.documents(REPORT).publish({ documentId, locale: '*' });

    const changed = await run(`id,evidence\r\n${documentId},Other:https://example.org/\r\n`);
    expect(changed).toMatchObject({ applied: false, errors: 1 });
    expect(changed.problems).toMatchObject([
      { code: 'component-has-file', place: { row: 2, column: 'evidence' } },
    ]);

    const other = await run(`id,evidence,published_on\r\n${documentId},Minutes:,2020-01-02\r\n`);
    expect(other).toMatchObject({ applied: true, errors: 0 });
    const [after] = await strapi.documents(REPORT).findMany({
      locale: 'ka',
      filters: { documentId } as never,
      populate: { evidence: { populate: ['file'] } },
    });
    expect(after).toMatchObject({
      publishedOn: '2020-01-02',
      evidence: [{ title: 'Minutes', file: { name: 'a.pdf' } }],
    });
  });
});
