import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';
import ka from './ka.json';

type Words = Record<string, string>;

const STRAPI = path.resolve(__dirname, '../../../node_modules/@strapi');
/** Strapi's own translations and sources, by prefix of their keys. */
const PARTS = {
  '': 'admin/dist/admin/admin/src',
  'content-manager.': 'content-manager/dist/admin',
  'i18n.': 'i18n/dist/admin',
  'upload.': 'upload/dist/admin',
};

const englishWords = Object.fromEntries(
  Object.entries(PARTS).flatMap(([prefix, folder]) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- Strapi exports no such file: there is no other way
    const words = require(path.join(STRAPI, folder, 'translations/en.json.js')) as Words & {
      default?: Words;
    };
    return Object.entries(words.default ?? words).map(([key, text]) => [prefix + key, text] as const);
  }),
);

/** The panel's source as one text: some of its texts are not in translation files. */
const panelSource = (): string =>
  Object.values(PARTS)
    .flatMap((folder) => {
      const root = path.join(STRAPI, folder);
      return readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.mjs') && !name.includes('translations'))
        .map((name) => readFileSync(path.join(root, name), 'utf8'));
    })
    .join('\n');

/** Placeholders of a message: its arguments, without plural forms, and its tags. */
function givenFor(english: string): Record<string, unknown> {
  const names = [
    ...english.matchAll(/(?<!(?:one|few|many|other|true|false|undefined|=\d)\s*)\{(\w+)\s*[,}]/g),
  ];
  const tags = [...english.matchAll(/<(\w+)>/g)];
  return Object.fromEntries([
    ...names.map(([, name]) => [name, 1]),
    ...tags.map(([, name]) => [name, (parts: unknown[]) => parts.join('')]),
  ]) as Record<string, unknown>;
}

describe("the panel's words in Georgian", () => {
  it('are where Strapi looks for them', () => {
    const source = panelSource();
    const isKnown = (key: string): boolean => {
      // Strapi's packages omit the prefix in their translation files.
      const bare = key.replace(/^(?:content-manager|i18n|upload)\./, '');
      return (
        key in englishWords ||
        ["'", '"', '`'].some(
          (quote) => source.includes(quote + key + quote) || source.includes(quote + bare + quote),
        )
      );
    };
    expect(Object.keys(ka).filter((key) => !isKnown(key))).toEqual([]);
  });

  it('can be said with what Strapi hands over', () => {
    const wrong: string[] = [];
    for (const [key, text] of Object.entries(ka)) {
      const intl = createIntl({
        locale: 'ka',
        messages: { text },
        onError: (error) => wrong.push(`${key}: ${error.message}`),
      });
      intl.formatMessage({ id: 'text' }, givenFor(englishWords[key] ?? '') as never);
    }
    expect(wrong).toEqual([]);
  });

  it('are Georgian', () => {
    // Some consist of placeholders only.
    const isForeign = (text: string): boolean => !/[ა-ჰ]/.test(text) && !text.startsWith('{');
    expect(Object.entries(ka).filter(([, text]) => isForeign(text))).toEqual([]);
  });
});
