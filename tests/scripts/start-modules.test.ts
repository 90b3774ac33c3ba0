import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(__dirname, '../..');

/** What a start on SQLite has to load of the application and its plugin, and prints the files that came with it. */
const LOAD = `
  for (const file of ['config/database.js', 'config/plugins.js', 'src/index.js', 'src/middlewares/site.js']) {
    require('./dist/' + file);
  }
  require('strapi-plugin-accountability/strapi-server');
  process.stdout.write(Object.keys(require.cache).join('\\n'));
`;

it('a start loads nothing that only a page, a description of the data, a comment, an import or PostgreSQL needs', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', LOAD], { cwd: root });
  const loaded = stdout.split('\n').map((file) => path.relative(root, file).replaceAll(path.sep, '/'));
  expect(loaded).toContain('dist/src/site/routes.js');
  const needless = [
    'dist/src/site/pages/',
    'dist/src/site/content/',
    'server/src/catalogue/document-writers.js',
    'server/src/feeds/atom.js',
    'server/src/import/run-import.js',
    'server/src/import/write/open-writer.js',
    'server/src/moderation/submit-comment.js',
    'server/src/releases/make-release.js',
    'node_modules/entities/',
    'node_modules/intl-messageformat/',
    'node_modules/markdown-it/',
    'node_modules/pg/',
    'node_modules/rate-limiter-flexible/',
    'node_modules/sharp/',
    'node_modules/turndown/',
    'node_modules/i18n-iso-countries/langs/',
  ];
  expect(loaded.filter((file) => needless.some((part) => file.includes(part)))).toEqual([]);
});
