import { messageIn } from './localized-message';

describe('what a refusal says', () => {
  it('is said in the language of whoever asks and in each of the site', () => {
    expect(messageIn('es', (language) => `closed (${language})`)).toEqual({
      message: 'closed (es)',
      messages: { ka: 'closed (ka)', en: 'closed (en)' },
    });
  });
});
