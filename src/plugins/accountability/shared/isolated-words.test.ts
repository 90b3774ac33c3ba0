import { isolatedWord, isolatedWords } from './isolated-words';

describe('words of a language that is written from the right, on a page laid out from the left', () => {
  it.each(['لا شيء ينتظر قرارًا.', 'سنة، مثل 2027.', 'ملف CSV', '{count} تعليقات'])(
    'are in an isolate: %s',
    (word) => {
      expect(isolatedWord(word, 'ar')).toBe(`\u2067${word}\u2069`);
    },
  );

  it('are left alone where they are letters alone, and in other languages', () => {
    expect(isolatedWord('بانتظار المراجعة', 'ar')).toBe('بانتظار المراجعة');
    expect(isolatedWord('تُنشر', 'ar')).toBe('تُنشر');
    expect(isolatedWord('Nada espera una decisión.', 'es')).toBe('Nada espera una decisión.');
  });

  it('keep their keys', () => {
    expect(isolatedWords({ a: 'نعم', b: 'نعم.' }, 'ar')).toEqual({ a: 'نعم', b: '\u2067نعم.\u2069' });
  });
});
