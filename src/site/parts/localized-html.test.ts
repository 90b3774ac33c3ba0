import { wordsOf } from '../words/words';
import { languageNote } from './localized-html';

describe('the remark that a text is in another language', () => {
  const noteFor = (reader: string, language: string): string =>
    String(languageNote({ text: 'x', language }, { language: reader, words: wordsOf(reader) }));

  it.each([
    ['en', 'მხოლოდ ინგლისურად'],
    ['ar', 'მხოლოდ არაბულად'],
    ['sw', 'მხოლოდ ამ ენაზე: სუაჰილი'],
  ])('names %s in Georgian as a sentence would: %s', (language, expected) => {
    expect(noteFor('ka', language)).toContain(`(${expected})`);
  });

  it.each([
    ['en', 'in Georgian only'],
    ['es', 'solo en georgiano'],
  ])('is said to a reader of %s: %s', (reader, expected) => {
    expect(noteFor(reader, 'ka')).toContain(`(${expected})`);
  });
});
