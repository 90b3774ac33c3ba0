import { nameOfNobody } from './anonymous';

describe('nameOfNobody', () => {
  it('is in the language of the comment', () => {
    expect(nameOfNobody('ka')).toBe('ანონიმური ავტორი');
    expect(nameOfNobody('en')).toBe('Anonymous');
  });
});
