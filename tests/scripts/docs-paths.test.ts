import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';

const ROOT = join(__dirname, '../..');
const ENGINE = 'src/plugins/accountability';
/** Folders that paths in the docs may start from. */
const BASES = ['', 'src/', `${ENGINE}/`, `${ENGINE}/server/src/`];
/** What looks like a path of the repository and is none. */
const NO_PATHS = [
  /^@/, // packages of npm
  /^(strapi-plugin-accountability|regexp|application)\//, // exports of the plugin, rules of lint, media types
  /^\.tmp\//, // made by the application
  /^types\/generated$/,
  /\/(NAME|LANGUAGE)\b/, // stand for any
  /\/dist$/, // made by a build
  /^[A-Z][a-z]+\/[A-Z][a-z]+$/, // time zones
  /^\d/, // dates
];
const SOURCE_FILE = /^[\w.@-]+\.(?:ts|tsx|mjs|cjs|css)$/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const docs = files.filter(
  (file) => file.endsWith('.md') && !file.startsWith('tests/') && !file.startsWith('.'),
);
const folders = new Set(files.flatMap((file) => ancestors(file)));
const known = new Set([...files, ...folders]);
const names = new Set(files.map((file) => basename(file)));

function ancestors(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...ancestors(folder)];
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The anchors that GitHub gives to the headings of a page. */
const anchorsOf = (file: string): Set<string> =>
  new Set(
    [...read(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

const brokenLinks = (file: string): string[] =>
  [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : posix.normalize(posix.join(dirname(file), path));
      if (!known.has(target)) return true;
      return anchor !== undefined && !anchorsOf(target).has(anchor);
    });

const isMissing = (path: string): boolean =>
  path.includes('/')
    ? !BASES.some((base) => known.has(base + path.replace(/\/$/, '')))
    : SOURCE_FILE.test(path) && !names.has(path);

/** Paths and names of source files, in code spans. */
const missingPaths = (file: string): string[] =>
  [...read(file).matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)]
    .map(([, path]) => path!)
    .filter((path) => !NO_PATHS.some((pattern) => pattern.test(path)))
    .filter(isMissing);

describe('The documentation', () => {
  it('is found', () => {
    expect(docs).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md']));
  });

  it.each(docs)('%s: every relative link leads to a page and heading that exist', (file) => {
    expect(brokenLinks(file)).toEqual([]);
  });

  // Changelogs name what was; paths in the plugin's README are those of the application that installs it.
  const ofToday = docs.filter((file) => !file.endsWith('CHANGELOG.md') && !file.startsWith(`${ENGINE}/`));
  it.each(ofToday)('%s: every path it names exists', (file) => {
    expect(missingPaths(file)).toEqual([]);
  });
});
