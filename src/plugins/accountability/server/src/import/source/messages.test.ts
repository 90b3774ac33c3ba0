import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import words from '../../../../words/en.json';

/** Codes that the sources of a folder put into problems. */
const codesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test|\.test-support)\.ts$/.test(name))
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      const made = source.matchAll(
        /(?:report\.(?:error|warning)|\)\.(?:error|warning)|WorkbookError)\(\s*'([a-z-]+)'/g,
      );
      const chosen = source.matchAll(/'((?:json|row)-[a-z-]+)'/g);
      return [...made, ...chosen].map(([, code]) => code as string);
    });

it('every problem of a source has a message', () => {
  const codes = [...new Set(codesOf(__dirname))];
  expect(codes.length).toBeGreaterThan(30);
  const known = words.import as Record<string, string>;
  expect(codes.filter((code) => known[`problems.${code}`] === undefined)).toEqual([]);
});
