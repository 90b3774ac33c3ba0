import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';
import { fill } from './words';

const en = englishWords.site;
const ka = georgianWords.site;

const placesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the words of the site', () => {
  it('exist in both languages, with the same places', () => {
    expect(Object.keys(ka).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      const other = ka[key as keyof typeof ka];
      expect([key, placesIn(other)]).toEqual([key, placesIn(text)]);
      expect([key, text.trim() !== '' && other.trim() !== '']).toEqual([key, true]);
    }
  });

  it('are written with the letters of their language', () => {
    for (const [key, text] of Object.entries(ka)) {
      if (!['historyFrom', 'pair'].includes(key))
        expect([key, text]).toEqual([key, expect.stringMatching(/[ა-ჰ]/)]);
    }
    // Mtavruli, the capitals, are no letters of running text.
    expect(Object.values(ka).join('')).not.toMatch(/[\u1c90-\u1cbf]/);
  });

  it('are filled in, and an unknown place stays to be seen', () => {
    expect(fill('en', '{done} of {all}, {what}', { done: 0, all: 4 })).toBe('0 of 4, {what}');
  });
});
