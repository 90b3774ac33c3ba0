import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/processes';

const README = readFileSync(path.join(ROOT, 'src/plugins/accountability/README.md'), 'utf8');
const SNIPPET = /^`([^`\n]+)`:\n\n```(\w+)\n([\s\S]*?)^```$/gm;
const snippets = [...README.matchAll(SNIPPET)].map(([, file = '', , text = '']) => [file, text] as const);

describe("the plugin's README", () => {
  it('shows declarations of each kind, and no other code', () => {
    expect(snippets.map(([file]) => file)).toEqual(
      expect.arrayContaining([
        'config/plugins.ts',
        'src/accountability/comments.ts',
        'src/accountability/datasets.ts',
        'src/accountability/feeds.ts',
        'src/accountability/imports.ts',
        'src/accountability/lending.ts',
        'src/accountability/moderation.ts',
        'src/accountability/vocabularies.ts',
      ]),
    );
    // The other one is the command that installs it.
    expect(README.match(/^```\w+$/gm)).toHaveLength(snippets.length + 1);
  });

  it.each(snippets)('shows %s as the playground runs it', (file, text) => {
    expect(text).toBe(readFileSync(path.join(__dirname, 'application', file), 'utf8'));
  });
});
