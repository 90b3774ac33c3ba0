import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const PLUGIN = path.resolve(__dirname, '../../..');
const FOLDERS = ['admin', 'declare', 'server', 'shared'];
/** The languages that have words: the engine's source must name none of them. */
const LANGUAGES = readdirSync(path.join(PLUGIN, 'words')).map((file) => path.basename(file, '.json'));
/** The one exception: the fallback language, and the notation of dates in it. */
const FALLBACK = [
  "server/src/languages/written-as.ts: 'en-GB'",
  "shared/localized-text.ts: FALLBACK_LANGUAGE = 'en'",
];

const LANGUAGE_TAG = new RegExp(`^(?:${LANGUAGES.join('|')})(?:-[A-Z]{2})?$`);
const COLUMN_SUFFIX = new RegExp(`^[a-z_]+_(?:${LANGUAGES.join('|')})$`);
/** Georgian, Arabic and Cyrillic letters are words of one language. */
const LETTERS = /[\p{Script=Georgian}\p{Script=Arabic}\p{Script=Cyrillic}]/u;

const isOfLanguage = (text: string): boolean =>
  LANGUAGE_TAG.test(text) || COLUMN_SUFFIX.test(text) || LETTERS.test(text);

/** Texts and names in a file that belong to one language, each with its line number; comments are ignored. */
function languagesIn(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node);
    const isKey = ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    const isMember =
      ts.isIdentifier(node) && ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if ((isText || isKey || isMember) && isOfLanguage(node.text)) {
      const declared = ts.isVariableDeclaration(node.parent) ? `${node.parent.name.getText(source)} = ` : '';
      found.push(`${name}: ${declared}${node.getText(source)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(PLUGIN, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join(folder, file),
  ),
).filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|test-support|d)\.tsx?$/.test(file));

describe('the engine', () => {
  it('names no language but the one it falls back to', () => {
    expect(sources.length).toBeGreaterThan(300);
    const found = sources.flatMap((file) => languagesIn(file, readFileSync(path.join(PLUGIN, file), 'utf8')));
    expect(found.sort()).toEqual(FALLBACK);
  });

  it.each([
    ["const language = 'ka';", 1],
    ['const text = { en: 1, ka: 2 };', 2],
    ['words.en', 1],
    ["columns.push('title_ka')", 1],
    ["tag === 'en-GB'", 1],
    ['const text = `სტატუსი`;', 1],
    ["import enter from 'end'; // 'ka', en", 0],
  ])('is found out when it does: %s', (text, count) => {
    expect(languagesIn('x.ts', text)).toHaveLength(count);
  });
});
