import { nameUuid } from './name-uuid';

describe('a UUID made of a name', () => {
  it('is the one the standard gives as its example', () => {
    expect(nameUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});
