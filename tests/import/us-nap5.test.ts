import path from 'node:path';
import { bootTracker, type Tracker } from '../support/tracker';

const DATA = path.resolve(__dirname, '../../src/demo/us-nap5');
const FILES = ['commitments.json', 'subcommitments.json'].map((name) => ({ name, path: path.join(DATA, name) }));

describe('the import of a real plan', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  it('goes in', async () => {
    const service = tracker.strapi.plugin('accountability').service('imports');
    const job = await service.start({ mapping: 'us-nap5', files: FILES, isDryRun: true, keepsGood: false });
    const result = await job.ended;
    console.log(JSON.stringify({...result, preview: result?.preview.slice(0, 2)}, null, 1).slice(0, 5000));
    console.log(JSON.stringify(await service.find(job.name)).slice(0, 300));
    const t = Date.now();
    const job2 = await service.start({ mapping: 'us-nap5', files: FILES, isDryRun: false, keepsGood: false });
    const result2 = await job2.ended;
    console.log(Date.now() - t, JSON.stringify(result2?.counts), (await service.find(job2.name)).failure);
    const job3 = await service.start({ mapping: 'us-nap5', files: FILES, isDryRun: false, keepsGood: false });
    const result3 = await job3.ended;
    console.log(JSON.stringify(result3?.counts), JSON.stringify(result3?.preview.slice(0,4)));
    await service.undo(job2.name);
    console.log((await service.find(job2.name)).status);
  });
});
