import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { adminToken } from '../support/accounts';
import { NO_LIMITS } from '../support/comments';
import { csv, importBy, panelImports, type ImportView, type SentFile } from '../support/imports';
import { bootTracker, type Tracker } from '../support/tracker';
import { makeApiToken } from '../security/routes/callers';

const partners = (slug: string, name = slug): SentFile => ({
  name: 'partners.csv',
  content: csv(['slug', 'name_en', 'name_ka'], [slug, name, name]),
});

describe('the files of imports', () => {
  let tracker: Tracker;
  let admin: ReturnType<typeof panelImports>;
  const boot = async (setting: string) => {
    tracker = await bootTracker({ env: { ...NO_LIMITS, IMPORT_KEEP_FILES: setting } });
    admin = panelImports(tracker, await adminToken(tracker));
  };
  afterEach(async () => {
    jest.restoreAllMocks();
    await tracker.close();
  });

  /** Where the file of an import is kept. */
  const addressIn = ({ files }: ImportView) => files[0]?.address;
  /** The same, waited for: an import is done with its commit, and keeps its files after it. */
  async function keptAddress(id: string): Promise<string> {
    for (const end = Date.now() + 10_000; ;) {
      const address = addressIn(await admin.end(id));
      if (address !== undefined) return address;
      if (Date.now() > end) throw new Error(`The file of import ${id} is not kept`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const stored = async (): Promise<string[]> => {
    const folder = path.join(tracker.strapi.dirs.static.public, 'uploads');
    return (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('import_'));
  };

  it('are kept by the upload provider where the site says so, once the import is applied', async () => {
    await boot('true');
    const before = await stored();
    expect(addressIn(await admin.run([partners('kept-checked')], { dryRun: true }))).toBeUndefined();
    expect(addressIn(await admin.run([partners('kept-refused', 'x'.repeat(1000))]))).toBeUndefined();
    expect(await stored()).toEqual(before);

    const file = partners('kept');
    const address = await keptAddress((await admin.run([file])).id);
    expect(address).toMatch(/^\/uploads\/import_[0-9a-f-]{36}\.csv$/);
    const answer = await fetch(`${tracker.url}${address}`);
    expect(await answer.text()).toBe(file.content);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    // In no list of the media library.
    expect(await tracker.strapi.db.query('plugin::upload.file').count()).toBe(0);

    const token = await makeApiToken(tracker, 'custom', ['plugin::accountability.imports.create']);
    const { id } = await importBy(tracker, token, { files: [partners('kept-by-token')] });
    await keptAddress(id);
    // A machine gets no address.
    const { body } = await tracker.request
      .get(`/api/accountability/imports/${id}`)
      .set('Authorization', `Bearer ${token}`);
    expect(body.data).toMatchObject({ status: 'done', files: [{ name: 'partners.csv' }] });
    expect(JSON.stringify(body)).not.toContain('import_');
  });

  it('are missing where the provider fails, and the import is done', async () => {
    await boot('true');
    const { provider } = tracker.strapi.plugin('upload') as unknown as {
      provider: { uploadStream(file: object): Promise<void> };
    };
    jest.spyOn(provider, 'uploadStream').mockRejectedValue(new Error('no space left'));
    const logged = new Promise<Error>((resolve) => {
      jest.spyOn(tracker.strapi.log, 'error').mockImplementation((error) => {
        resolve(error as unknown as Error);
        return tracker.strapi.log;
      });
    });
    const { id } = await admin.run([partners('kept-nowhere')]);
    expect((await logged).message).toBe('no space left');
    const ended = await admin.end(id);
    expect(ended.status).toBe('done');
    expect(addressIn(ended)).toBeUndefined();
  });

  it('are not kept by default', async () => {
    await boot('');
    const before = await stored();
    const { id } = await admin.run([partners('kept-not')]);
    // The next one begins when this one has ended.
    await admin.run([partners('kept-not-either')]);
    expect(addressIn(await admin.end(id))).toBeUndefined();
    expect(await stored()).toEqual(before);
  });
});
