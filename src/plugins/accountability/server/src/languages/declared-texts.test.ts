import { emptyTextProblems, onlyIn, textInEach, textInEachAndMore } from './declared-texts';
import type { LocalizedText } from './localized-text';

const text = { ka: 'ა', en: 'a', pt: 'ã' };

describe('a declared text', () => {
  it('is read in the languages of the site alone, each of which has it or falls back', () => {
    expect(textInEach(text, ['pt-BR', 'es', 'ka'])).toEqual({ 'pt-BR': 'ã', es: 'a', ka: 'ა' });
    expect(textInEach({ ka: 'ა' }, ['es'])).toEqual({ es: 'ა' });
  });

  it('keeps its other languages where the panel shows it, those of the site first', () => {
    expect(Object.entries(textInEachAndMore(text, ['es', 'ka']))).toEqual([
      ['es', 'a'],
      ['ka', 'ა'],
      ['en', 'a'],
      ['pt', 'ã'],
    ]);
    expect(onlyIn(text, ['es', 'ka'])).toEqual({ ka: 'ა' });
  });

  it('that no language has is a problem, and one that English lacks is none', () => {
    expect(emptyTextProblems({ ka: 'ა', en: '' }, 'a label')).toEqual([]);
    for (const none of [undefined, {}, { ka: ' ', en: '' }] as (LocalizedText | undefined)[]) {
      expect(emptyTextProblems(none, 'a label')).toEqual(['a label is missing in every language; write one']);
    }
  });
});
