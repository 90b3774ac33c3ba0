import { historyId } from './history-id';

describe('historyId', () => {
  const id = historyId('api::thing.thing', 'abc', 'implementation', 3);

  it('looks like a document id and is the same each time', () => {
    expect(id).toMatch(/^h[a-z0-9]{23}$/);
    expect(historyId('api::thing.thing', 'abc', 'implementation', 3)).toBe(id);
  });

  it('differs with each of its parts', () => {
    const others = [
      historyId('api::other.other', 'abc', 'implementation', 3),
      historyId('api::thing.thing', 'abd', 'implementation', 3),
      historyId('api::thing.thing', 'abc', 'editorial', 3),
      historyId('api::thing.thing', 'abc', 'implementation', 4),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });
});
