import { searchesHiddenTexts } from './searches-hidden-texts';

describe('a search of a content type', () => {
  it('finds by what is private where a text or number is', () => {
    expect(searchesHiddenTexts({ name: { type: 'string' }, mail: { type: 'email', private: true } })).toBe(
      true,
    );
    expect(searchesHiddenTexts({ rank: { type: 'integer', private: true } })).toBe(true);
  });

  it('does not where nothing it looks into is private', () => {
    const links = { type: 'relation', private: true };
    expect(searchesHiddenTexts({ name: { type: 'string' }, links })).toBe(false);
  });
});
