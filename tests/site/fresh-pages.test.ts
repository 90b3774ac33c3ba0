import type { Core } from '@strapi/strapi';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { stopIndexing } from '../support/search-index';
import { readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const isSqlite = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === 'sqlite';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('pages after a change', () => {
  let tracker: Tracker;
  let strapi: Core.Strapi;
  const page = (path: string) => readPage(tracker, path);
  const documents = (uid: string) => strapi.documents(uid as typeof COMMITMENT);

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    ({ strapi } = tracker);
    await stopIndexing(tracker);
  }, 120_000);
  afterAll(() => tracker.close());

  /** Past the second in which many writes of a test would count as a busy site, whose pages are made once a second. */
  beforeEach(() => pause(1_050));

  /** A change as another instance of the site makes it: rows of the database, and a row of the change log. */
  async function writtenElsewhere(documentId: string, title: string): Promise<void> {
    const knex = strapi.db.connection;
    await knex('commitments').where({ document_id: documentId, locale: 'en' }).update({ title });
    await knex(strapi.db.metadata.get('plugin::accountability.change').tableName).insert({
      document_id: `elsewhere${title.replace(/\W/g, '')}`,
      subject_type: COMMITMENT,
      subject_id: documentId,
      kind: 'updated',
      // As each database stores a time.
      at: isSqlite(strapi) ? Date.now() : new Date(),
    });
  }

  it('have it at once, however often an editor saves', async () => {
    const documentId = await makeCommitment(tracker, { title: 'Often', data: { slug: 'often' } });
    for (let round = 0; round < 6; round += 1) {
      await documents(COMMITMENT).update({
        documentId,
        locale: 'en',
        status: 'published',
        data: { title: `Saved ${round}` },
      } as never);
      for (const path of ['/commitments?locale=en', '/commitments/often?locale=en']) {
        const { seen, headers } = await page(path);
        expect([path, seen.includes(`Saved ${round}`), headers.get('age')]).toEqual([path, true, null]);
      }
    }
  }, 60_000);

  it('have what another instance has written', async () => {
    const documentId = await makeCommitment(tracker, { title: 'Elsewhere', data: { slug: 'elsewhere' } });
    expect((await page('/commitments?locale=en')).seen).toContain('Elsewhere en');
    await writtenElsewhere(documentId, 'From the other instance');
    expect((await page('/commitments?locale=en')).seen).toContain('From the other instance');
    expect((await page('/commitments/elsewhere/card?locale=en')).seen).toContain('From the other instance');
  });

  it('show siblings in their new order where one of them was moved', async () => {
    const commitment = await makeCommitment(tracker, { title: 'Ordered', data: { slug: 'ordered' } });
    await makeMilestone(tracker, { title: 'Alpha', data: { commitment } });
    const second = await makeMilestone(tracker, { title: 'Beta', data: { commitment } });
    const order = async () => {
      const { text } = await page('/commitments/ordered?locale=en');
      return text.indexOf('Alpha en') < text.indexOf('Beta en') ? 'Alpha, Beta' : 'Beta, Alpha';
    };
    expect(await order()).toBe('Alpha, Beta');
    await documents('api::milestone.milestone').update({
      documentId: second,
      locale: 'en',
      status: 'published',
      data: { order: 1 },
    } as never);
    expect(await order()).toBe('Beta, Alpha');
  });

  it('of a commitment have each change of what it consists of, and read nothing of it again for changes of others', async () => {
    const commitment = await makeCommitment(tracker, { title: 'Whole', data: { slug: 'whole' } });
    const other = await makeCommitment(tracker, { title: 'Another', data: { slug: 'another' } });
    const milestone = await makeMilestone(tracker, { title: 'Part', data: { commitment } });
    const write = (uid: string, documentId: string, data: object) =>
      documents(uid).update({ documentId, locale: 'en', status: 'published', data } as never);
    const changes: [shown: string, change: () => Promise<unknown>][] = [
      ['Described anew', () => write(COMMITMENT, commitment, { description: 'Described anew' })],
      [
        'Resulted in this',
        () => write('api::milestone.milestone', milestone, { result: 'Resulted in this' }),
      ],
      [
        'Told in a report',
        async () => {
          const { documentId } = await documents('api::progress-report.progress-report').create({
            locale: 'ka',
            status: 'published',
            data: { commitment, narrative: 'ანგარიში', period: { kind: 'annual', year: 2020 } },
          } as never);
          await write('api::progress-report.progress-report', documentId, { narrative: 'Told in a report' });
        },
      ],
    ];
    let reads = 0;
    const counted = ({ sql }: { sql: string }) =>
      (reads += Number(/progress_reports_commitment_lnk/.test(sql)));
    for (const [shown, change] of changes) {
      expect((await page('/commitments/whole?locale=en')).seen).not.toContain(shown);
      await change();
      const { seen, headers } = await page('/commitments/whole?locale=en');
      expect([shown, seen.includes(shown), headers.get('age')]).toEqual([shown, true, null]);
      // Kept from the next page on: until then it was read before lists had the change.
      await writtenElsewhere(other, `Another after ${shown}`);
      await page('/commitments/whole?locale=en');
      await writtenElsewhere(other, `Another again after ${shown}`);
      strapi.db.connection.on('query', counted);
      const { status } = await page('/commitments/whole?locale=en');
      strapi.db.connection.removeListener('query', counted);
      expect([status, reads]).toEqual([200, 0]);
      await pause(1_050);
    }
  }, 60_000);

  it('call an organisation by its new name, and leave out what is not published any more', async () => {
    const { documentId: agency } = await documents('api::partner.partner').create({
      locale: 'ka',
      status: 'published',
      data: { name: 'Former name', slug: 'renamed-agency' },
    } as never);
    const commitment = await makeCommitment(tracker, {
      title: 'Led',
      data: { slug: 'led', leadAgencies: [agency] },
    });
    expect((await page('/commitments/led?locale=en')).seen).toContain('Former name');
    await documents('api::partner.partner').update({
      documentId: agency,
      locale: 'ka',
      status: 'published',
      data: { name: 'Present name' },
    } as never);
    const { seen } = await page('/commitments/led?locale=en');
    expect([seen.includes('Present name'), seen.includes('Former name')]).toEqual([true, false]);
    await documents(COMMITMENT).unpublish({ documentId: commitment, locale: '*' } as never);
    expect((await page('/commitments/led?locale=en')).status).toBe(404);
    expect((await page('/commitments?locale=en')).seen).not.toContain('Led en');
  });

  it('are served a little older while many documents are written, never as 503, and are current after it', async () => {
    const documentId = await makeCommitment(tracker, { title: 'Busy', data: { slug: 'busy' } });
    await page('/commitments?locale=en');
    const ages: (string | null)[] = [];
    for (let write = 0; write < 60; write += 1) {
      await writtenElsewhere(documentId, `Written ${write}`);
      const { status, headers } = await page('/commitments?locale=en');
      expect(status).toBe(200);
      ages.push(headers.get('age'));
      if (headers.get('age'))
        expect(headers.get('cache-status')).toMatch(/^pages; hit; ttl=-\d+; detail=updating$/);
    }
    expect(ages.filter((age) => age !== null && Number(age) > 3)).toEqual([]);
    await pause(1_100);
    const { seen, headers } = await page('/commitments?locale=en');
    expect([seen.includes('Written 59'), headers.get('age')]).toEqual([true, null]);
  }, 60_000);
});
