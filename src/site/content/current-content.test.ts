import type { AskApiAgain } from '../api/ask-api';
import { CurrentContent } from './current-content';
import {
  commitmentRow,
  exampleApi,
  exampleVersion,
  type ExampleChange,
  type ExampleRows,
} from './example-overview';
import { newOverviewReader } from './overview-reader';

const STALE_SECONDS = 60;

/** An API whose lists come when they are let through. */
function heldApi(rows: ExampleRows, changes: readonly ExampleChange[]) {
  const api = exampleApi(rows, changes);
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const ask: AskApiAgain = async (path, etag) => {
    if (!path.includes('changes.ndjson')) await released;
    return api(path, etag);
  };
  return { ask, release };
}

/** Changes of one commitment, the first one some time ago. */
const changesOf = (count: number, secondsAgo: number): ExampleChange[] =>
  Array.from({ length: count }, () => ({
    dataset: 'commitments',
    id: 'a',
    at: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
  }));

describe('the content that pages get', () => {
  const rowsWith = (title: string): ExampleRows => ({
    commitments: [commitmentRow('a', { title_en: title })],
  });
  const prepared = async () => {
    const reader = newOverviewReader();
    await reader.update(exampleApi(rowsWith('Before')), exampleVersion(0));
    return new CurrentContent(reader, STALE_SECONDS);
  };
  const titleOf = ({ overview }: Awaited<ReturnType<CurrentContent['at']>>) =>
    overview.commitmentById.get('a')?.title.en;

  it('is the current one, and has no age', async () => {
    const content = await prepared();
    const now = await content.at(exampleVersion(1), exampleApi(rowsWith('After'), changesOf(1, 5)));
    expect([titleOf(now), now.outdatedAt]).toEqual(['After', null]);
  });

  it('is the one before many changes, with the time since when it is old, and the current one once that is read', async () => {
    const content = await prepared();
    const changes = changesOf(1_500, 5);
    const { ask, release } = heldApi(rowsWith('After'), changes);
    const start = Date.now();
    const older = await content.at(exampleVersion(1_500), ask);
    expect(Date.now() - start).toBeLessThan(1_000);
    expect([titleOf(older), older.version.lastChange]).toEqual(['Before', 0]);
    expect(older.outdatedAt).toBe(Date.parse(changes[0]!.at!));
    release();
    const now = await content.at(exampleVersion(1_500), exampleApi(rowsWith('After'), changes));
    expect([titleOf(now), now.outdatedAt]).toEqual(['After', null]);
  });

  it('is waited for where few changes have to be read: an editor sees them', async () => {
    const content = await prepared();
    const { ask, release } = heldApi(rowsWith('After'), changesOf(3, 5));
    setTimeout(release, 300);
    const now = await content.at(exampleVersion(3), ask);
    expect([titleOf(now), now.outdatedAt]).toEqual(['After', null]);
  });

  it('is waited for where the one before has been old for too long', async () => {
    const content = await prepared();
    const { ask, release } = heldApi(rowsWith('After'), changesOf(1_500, STALE_SECONDS + 1));
    setTimeout(release, 300);
    const now = await content.at(exampleVersion(1_500), ask);
    expect([titleOf(now), now.outdatedAt]).toEqual(['After', null]);
  });

  it('fails with the update, where there is none from before', async () => {
    const content = new CurrentContent(newOverviewReader(), STALE_SECONDS);
    const failing: AskApiAgain = () => Promise.reject(new Error('No database'));
    await expect(content.at(exampleVersion(0), failing)).rejects.toThrow('No database');
  });
});
