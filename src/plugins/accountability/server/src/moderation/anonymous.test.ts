import { anonymousName } from './anonymous';

describe('anonymousName', () => {
  it('is in the language of the comment', () => {
    expect(anonymousName('ka')).toBe('ანონიმური ავტორი');
    expect(anonymousName('en')).toBe('Anonymous');
  });
});
