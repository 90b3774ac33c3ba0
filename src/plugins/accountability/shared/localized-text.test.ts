import { fallbackChain, textIn, messageFor } from './localized-text';

describe('a text in several languages', () => {
  it.each([
    ['es', ['es', 'en']],
    ['pt-BR', ['pt-BR', 'pt', 'en']],
    ['en', ['en']],
    ['en-GB', ['en-GB', 'en']],
  ])('is looked for in %s', (language, chain) => {
    expect(fallbackChain(language)).toEqual(chain);
  });

  it('falls back to a broader language, to English, and to any', () => {
    expect(textIn({ pt: 'a', en: 'b' }, 'pt-BR')).toBe('a');
    expect(textIn({ pt: '', en: 'b' }, 'pt-BR')).toBe('b');
    expect(textIn({ ka: 'c' }, 'es')).toBe('c');
    expect(textIn({}, 'es')).toBe('');
  });

  it('is shown in a language of the site, else as the server sent it to whoever asked', () => {
    const text = { message: 'Nicht gefunden', messages: { es: 'No hay', pt: 'Não há' } };
    expect(messageFor(text, 'es')).toBe('No hay');
    expect(messageFor(text, 'pt-BR')).toBe('Não há');
    expect(messageFor(text, 'de')).toBe('Nicht gefunden');
  });
});
