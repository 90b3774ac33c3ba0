#!/usr/bin/env node
/**
 * Compiles the plugin to dist/: the server file by file with tsc, since exports run in worker threads that are started
 * by their file, which a bundle of `@strapi/sdk-plugin` has not; the panel as one bundle with esbuild, which splits the
 * words of each language off. `--watch` compiles the server and the panel again at each change.
 */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const TSC = path.join(
  path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
);
const isWatch = process.argv.includes('--watch');

/** Ends with tsc's exit code; with --watch when it is stopped. */
const tsc = (project) =>
  new Promise((resolve, reject) => {
    const args = [
      TSC,
      '-p',
      path.join(ROOT, project),
      ...(isWatch ? ['--watch', '--preserveWatchOutput'] : []),
    ];
    spawn(process.execPath, args, { stdio: 'inherit' }).once('error', reject).once('close', resolve);
  });

/** Of a language's words the panel loads its own section only. */
const panelWords = {
  name: 'panel-words',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]words[\\/][^\\/]+\.json$/ }, async ({ path: file }) => {
      const { panel = {} } = JSON.parse(await readFile(file, 'utf8'));
      return { contents: `export default ${JSON.stringify({ panel })};`, loader: 'js', watchFiles: [file] };
    }),
};

const panel = {
  absWorkingDir: ROOT,
  entryPoints: ['admin/src/index.tsx'],
  outdir: 'dist/admin',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  packages: 'external',
  plugins: [panelWords],
  logLevel: 'warning',
};

if (isWatch) await (await context(panel)).watch();
else {
  // Files are named by their content: those of former builds would be packed with the new ones.
  await rm(path.join(ROOT, panel.outdir), { recursive: true, force: true });
  await build(panel);
}
const codes = await Promise.all([tsc('tsconfig.json'), tsc('admin/tsconfig.json')]);
// The code is tsc's: a build that reports type errors has failed. It also ends what watches.
process.exit(codes.find((code) => code !== 0) ?? 0);
