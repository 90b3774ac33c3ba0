import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const SEARCHED = ['src', 'config', 'public'];
/** More hits than one looks through in a minute. */
const MAX_FILES = 20;

const sources = SEARCHED.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join(folder, file),
  ),
).filter(
  (file) =>
    /\.(?:tsx?|js|mjs|css|json)$/.test(file) && !/\.test\.tsx?$|[\\/](?:dist|node_modules)[\\/]/.test(file),
);

/** Files in which an editor's search finds the word. */
const filesWith = (word: string): readonly string[] =>
  sources.filter((file) =>
    readFileSync(path.join(ROOT, file), 'utf8').toLowerCase().includes(word.toLowerCase()),
  );

const codes = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** Rows of the table: what is sought, the words, the names of the files it is defined in. */
const rows = readFileSync(path.join(ROOT, 'docs/finding-things.md'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('**'))
  .map((line) => line.split(' | '))
  .map(([what, words, where]) => ({
    what: what!.replace(/^\| |\*\*/g, '').trim(),
    words: codes(words!),
    places: codes(where!).filter((code) => /\/.*\.\w+$/.test(code)),
  }));

describe('docs/finding-things.md', () => {
  it('names ten things', () => {
    expect(rows).toHaveLength(10);
  });

  it.each(rows)('finds $what', ({ words, places }) => {
    const found = words.map(filesWith).reduce((all, files) => all.filter((file) => files.includes(file)));
    expect(found.length).toBeLessThan(MAX_FILES);
    expect(found.some((file) => file.endsWith(places[0]!))).toBe(true);
  });
});
