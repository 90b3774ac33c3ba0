import { indexed, search, write } from '../support/search';
import { bootTracker, type Tracker } from '../support/tracker';
import { DOCUMENTS, QUERIES } from './queries';

describe('the search in five languages', () => {
  let tracker: Tracker;
  const names = new Map<string, string>();

  beforeAll(async () => {
    tracker = await bootTracker({ env: { LOCALES: 'ka,en,es,fr,ar' } });
    for (const [name, { uid, data = {}, of, texts }] of Object.entries(DOCUMENTS)) {
      const parent = of === undefined ? undefined : [...names].find(([, one]) => one === of)?.[0];
      const documentId = await write(tracker, {
        uid,
        data: { ...data, ...(parent && { commitment: parent }) },
        texts,
      });
      names.set(documentId, name);
    }
    await indexed(tracker);
  });
  afterAll(() => tracker.close());

  it('has a table of at least 120 queries', () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(120);
  });

  it.each([...QUERIES])('%s: %s finds %s', async (_language, q, expected) => {
    const { body } = await search(tracker, q);
    const found: string[] = body.data.map(({ documentId }) => names.get(documentId) ?? documentId);
    expect(found.slice().sort()).toEqual(expected.split(' ').filter(Boolean).sort());
    // The first one named is the best.
    if (expected !== '') expect(found[0]).toBe(expected.split(' ')[0]);
  });
});
