import { toldIn } from './told-in';

describe('what a refusal says', () => {
  it('is said in the language of whoever asks and in each of the site', () => {
    expect(toldIn('es', (language) => `closed (${language})`)).toEqual({
      message: 'closed (es)',
      messages: { ka: 'closed (ka)', en: 'closed (en)' },
    });
  });
});
