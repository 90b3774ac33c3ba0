import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, type FreshDatabase } from '../support/databases';
import { TEST_SETTINGS } from '../support/environment';
import { runDatabase } from '../support/host';
import { imported } from '../support/import-documents';
import { rowCounts } from '../support/imports';
import { startNode } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENTS = 400;
const MILESTONES = 4;
const ACTOR = { kind: 'system', id: null, name: null, label: null, may: () => true };
/** What `npm run doctor` may take for two thousand documents, of which it took more than half a minute. */
const DOCTOR_MS = 10_000;

const names = (name: string, number: number) => ({
  ka: { title: `${name} ქართულად ${number}` },
  en: { title: `${name} in English ${number}` },
});

/** A plan with commitments and milestones in two languages, with a state each and its history. */
async function fill({ strapi }: Tracker): Promise<void> {
  const states = [
    { workflow: 'implementation', state: 'in-progress', asOf: null, reason: 'Report', copied: null },
  ];
  const plan = imported('action-plan', { shared: { slug: 'filled' }, localized: names('Plan', 1) });
  const partners = Array.from({ length: 60 }, (_, number) =>
    imported('partner', {
      shared: { slug: `partner-${number}` },
      localized: { ka: { name: `პარტნიორი ${number}` }, en: { name: `Partner ${number}` } },
    }),
  );
  const partnerOf = (number: number) => [
    (partners[number % partners.length] as { documentId: string }).documentId,
  ];
  const commitments = Array.from({ length: COMMITMENTS }, (_, number) =>
    imported('commitment', {
      shared: { code: `${number + 1}`, slug: `filled-${number}`, order: number + 1 },
      localized: names('Commitment', number),
      relations: { actionPlan: [plan.documentId], leadAgencies: partnerOf(number) },
      states,
    }),
  );
  const milestones = commitments.flatMap(({ documentId }, number) =>
    Array.from({ length: MILESTONES }, (_, step) =>
      imported('milestone', {
        shared: { code: `${number + 1}.${step + 1}`, order: step + 1 },
        localized: names('Milestone', step),
        relations: { commitment: [documentId], responsibleAgencies: partnerOf(number + step) },
        states,
      }),
    ),
  );
  const writer = await strapi
    .plugin('accountability')
    .service('importWriter')
    .open({ actor: ACTOR, importId: 'filled' });
  await writer.add([plan, ...partners, ...commitments, ...milestones]);
  await writer.commit();
}

async function doctor({ strapi }: Tracker): Promise<{ findings: object[]; milliseconds: number }> {
  const start = performance.now();
  const findings = await strapi.plugin('accountability').service('consistencyChecks').check();
  return { findings, milliseconds: performance.now() - start };
}

describe('`strapi export` and `strapi import` of a filled database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'transfer-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function strapiCommand(database: FreshDatabase, ...args: string[]): Promise<void> {
    const bin = path.join('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
    const { code, output } = await startNode([bin, ...args], { ...TEST_SETTINGS, ...database.env }).ended;
    if (code !== 0) throw new Error(output.slice(-3000));
  }

  it('fill a new database that doctor finds nothing wrong with, in seconds', async () => {
    const file = path.join(folder, 'content');
    const full = await createDatabase(runDatabase());
    const source = await bootTracker({ reuse: full });
    await fill(source);
    const before = await rowCounts(source);
    const sound = await doctor(source);
    expect(sound.findings).toEqual([]);
    expect(sound.milliseconds).toBeLessThan(DOCTOR_MS);
    await source.close({ keepDatabase: true });

    const content = ['--only', 'content,config'];
    await strapiCommand(full, 'export', '--no-encrypt', '--no-compress', ...content, '--file', file);
    // Never started: the import starts it, and its first content with it.
    const empty = await createDatabase(runDatabase());
    await strapiCommand(empty, 'import', '--force', ...content, '--file', `${file}.tar`);

    const target = await bootTracker({ reuse: empty });
    const after = await doctor(target);
    expect(after.findings).toEqual([]);
    expect(after.milliseconds).toBeLessThan(DOCTOR_MS);
    expect(await rowCounts(target)).toEqual(before);
    await target.close();
    await full.drop();
  }, 600_000);
});
