import { z } from 'zod';
import { metadataSettings } from './metadata-settings';
import { placeNames } from './place-names';

const uri = 'http://publications.europa.eu/resource/authority/country/ESP';

describe('the place of the data', () => {
  it('is called what the platform calls its country, in each language', () => {
    expect(placeNames({ uri, country: 'ES' }, ['es', 'fr', 'en', 'ka'])).toEqual({
      es: 'España',
      fr: 'Espagne',
      en: 'Spain',
      ka: 'ესპანეთი',
    });
    expect(placeNames({ uri, country: 'MA' }, ['ar'])).toEqual({ ar: 'المغرب' });
  });

  it('is called what is declared', () => {
    expect(placeNames({ uri, labels: { en: 'Seville' } }, ['en', 'es'])).toEqual({ en: 'Seville' });
  });

  it.each([{ uri }, { uri, country: 'Spain' }, { uri, labels: { en: 'Spain' }, country: 'ES' }])(
    'is declared with its names or with its country: %j is wrong',
    (spatial) => {
      expect(z.strictObject({ spatial: metadataSettings.spatial }).safeParse({ spatial }).success).toBe(
        false,
      );
    },
  );
});
