import englishWords from '../../words/en.json';
import frenchWords from '../../words/fr.json';
import georgianWords from '../../words/ka.json';
import { fill } from './words';

const en = englishWords.site;
const ka = georgianWords.site;

/** Names of the values a message takes. */
const placesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name as string))].sort();
/** Only punctuation between values. */
const WITHOUT_WORDS = ['counted', 'historyFrom', 'labelled', 'pair', 'semicolon'];

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
      if (!WITHOUT_WORDS.includes(key)) expect([key, text]).toEqual([key, expect.stringMatching(/[ა-ჰ]/)]);
    }
    // Mtavruli, the capitals, are not used in running text.
    expect(Object.values(ka).join('')).not.toMatch(/[\u1c90-\u1cbf]/);
  });

  it('are filled in, and an unknown place stays to be seen', () => {
    expect(fill('en', '{done} of {all}, {what}', { done: 0, all: 4 })).toBe('0 of 4, {what}');
  });

  it('count as each language does, with its own figures', () => {
    expect(fill('en', en.milestonesDone, { done: 1, all: 1 })).toBe('1 of 1 milestone completed');
    expect(fill('en', en.milestonesDone, { done: 1200, all: 2000 })).toBe(
      '1,200 of 2,000 milestones completed',
    );
    expect(fill('ka', ka.milestonesDone, { done: 1200, all: 20000 })).toBe(
      'დასრულებულია 20\u00a0000 ეტაპიდან 1200',
    );
    const french = frenchWords.site.milestonesDone;
    expect(fill('fr', french, { done: 0, all: 1 })).toBe('0 sur 1 jalon achevé');
    expect(fill('fr', french, { done: 1, all: 2 })).toBe('1 sur 2 jalons achevés');
  });
});
