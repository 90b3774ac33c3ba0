import { parseLocales } from './locales-setting';

const codes = (text: string | undefined) => parseLocales(text).languages.map(({ code }) => code);

describe('the setting LOCALES', () => {
  it.each([
    [undefined, ['ka', 'en']],
    ['', ['ka', 'en']],
    ['en', ['en']],
    [' es , fr,ar ', ['es', 'fr', 'ar']],
    ['pt-BR,en', ['pt-BR', 'en']],
  ])('%p', (text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(parseLocales(text).problem).toBeNull();
  });

  it('knows what a language calls itself and which way it is written, unless the setting says so', () => {
    expect(parseLocales('es,ar').languages).toEqual([
      { code: 'es', name: 'Español', direction: 'ltr' },
      { code: 'ar', name: 'العربية', direction: 'rtl' },
    ]);
    expect(parseLocales('ka:Kartuli,ar:Arabi:rtl').languages).toEqual([
      { code: 'ka', name: 'Kartuli', direction: 'ltr' },
      { code: 'ar', name: 'Arabi', direction: 'rtl' },
    ]);
  });

  it.each(['ka,,en', 'ka;en', 'KA', 'ka,en,ka', 'ka:x:up', 'ka:x:ltr:y', '../..'])(
    'is wrong as %p',
    (text) => {
      expect(parseLocales(text).problem).toEqual(expect.any(String));
      expect(codes(text)).toEqual(['ka', 'en']);
    },
  );
});
