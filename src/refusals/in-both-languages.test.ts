import { inBothLanguages } from './in-both-languages';

const SENTENCES = {
  en: { FULL: 'At most {most} of {what}.', CLOSED: 'Closed.' },
  ka: { FULL: 'არაუმეტეს {most}: {what}.', CLOSED: 'დახურულია.' },
};

describe('what a refusal says', () => {
  it('is told in the language of whoever asks, and in both', () => {
    expect(inBothLanguages(SENTENCES, 'CLOSED', 'ka')).toEqual({
      message: 'დახურულია.',
      messages: { en: 'Closed.', ka: 'დახურულია.' },
    });
  });

  it('has its values as they are, whatever they hold', () => {
    const { message } = inBothLanguages(SENTENCES, 'FULL', 'en', { most: 0, what: "$& {most} $'" });
    expect(message).toBe("At most 0 of $& {most} $'.");
  });

  it('keeps the name of a value that is missing', () => {
    expect(inBothLanguages(SENTENCES, 'FULL', 'en', { most: 2 }).message).toBe('At most 2 of {what}.');
  });
});
