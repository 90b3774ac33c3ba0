import { readFileSync } from 'node:fs';
import path from 'node:path';

const FILES = ['src/words/ar.json', 'src/plugins/accountability/words/ar.json'];
const ROOT = path.join(__dirname, '..', '..');

const textsIn = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(textsIn);

describe.each(FILES)('messages that are written from the right in %s', (file) => {
  const texts = textsIn(JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')));

  it('have dates in an isolate: after letters 2018-10-15 would be shown as 15-10-2018', () => {
    const bare = texts.filter((text) => /\d-\d/.test(text.replace(/\u2066[^\u2069]*\u2069/g, '')));
    expect(bare).toEqual([]);
    expect(texts.some((text) => text.includes('\u2066'))).toBe(true);
  });
});
