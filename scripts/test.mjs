#!/usr/bin/env node
/**
 * `npm test`: everything a change has to pass, on a fresh clone with nothing but Node and npm.
 * `--only=lint,unit,sqlite` runs a part. The last line is `N passed, N failed`.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, requireNode, run, say } from './lib/steps.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = path.join(ROOT, '.tmp', 'test-results');

const tool = (file, ...args) => [path.join(ROOT, 'node_modules', file), ...args];
const CHECKS = {
  lint: ['ESLint', tool('eslint/bin/eslint.js', '.')],
  format: ['Prettier', tool('prettier/bin/prettier.cjs', '--check', '.')],
  'types-server': ['Types of the server', tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json')],
  'types-admin': ['Types of the admin panel', tool('typescript/bin/tsc', '-p', 'src/admin/tsconfig.json')],
  'types-tests': ['Types of the tests', tool('typescript/bin/tsc', '-p', 'tests/tsconfig.json')],
};
const PROJECTS = {
  unit: 'Unit tests',
  sqlite: 'Tests of the booted application on SQLite',
  postgres: 'The same on a real PostgreSQL',
  browser: 'Tests in a real browser',
  scripts: 'Tests of the scripts and of starting',
};
const NEED_NO_BUILD = ['unit'];
const SIDE_BY_SIDE = ['unit', 'sqlite', 'postgres'];

requireNode([20, 19]);
const chosen = chooseSteps(process.argv.slice(2));
const started = Date.now();
const totals = { passed: 0, failed: 0, problems: [] };

if ((await ensureInstalled(ROOT)) !== 0) fail('The packages could not be installed; npm says why above.');
await rm(RESULTS, { recursive: true, force: true });
await mkdir(RESULTS, { recursive: true });

for (const [name, [title, args]] of Object.entries(CHECKS)) {
  if (chosen.has(name)) await timed(title, () => runCheck(title, args));
}
const projects = Object.keys(PROJECTS).filter((name) => chosen.has(name));
const needsBuild = chosen.has('build') || projects.some((name) => !NEED_NO_BUILD.includes(name));
let built = true;
if (needsBuild) {
  await timed('Build', async () => {
    built = (await ensureBuilt(ROOT)) === 0;
    if (!built) report('Build failed');
  });
}
for (const name of projects) {
  if (!built && !NEED_NO_BUILD.includes(name)) report(`${PROJECTS[name]}: not run without a build`);
  else await timed(PROJECTS[name], () => runProject(name));
}

say(`Done in ${Math.round((Date.now() - started) / 1000)} s`);
for (const problem of totals.problems) process.stdout.write(`Failed: ${problem}\n`);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);

/** Steps named with --only, else all. `types` stands for the three type checks. */
function chooseSteps(args) {
  const all = [...Object.keys(CHECKS), 'build', ...Object.keys(PROJECTS)];
  const only = args.find((arg) => arg.startsWith('--only='));
  if (!only) {
    if (args.length > 0) fail(`Unknown argument ${args[0]}; there is --only=${all.join(',')}`, 2);
    return new Set(all);
  }
  const types = all.filter((name) => name.startsWith('types-'));
  const names = only.slice('--only='.length).split(',');
  const steps = names.flatMap((name) => (name === 'types' ? types : [name]));
  const unknown = steps.filter((name) => !all.includes(name));
  if (unknown.length > 0) fail(`No step called ${unknown.join(', ')}; there are ${all.join(', ')}`, 2);
  return new Set(steps);
}

async function timed(title, step) {
  say(title);
  const start = Date.now();
  await step();
  process.stdout.write(`(${title}: ${((Date.now() - start) / 1000).toFixed(1)} s)\n`);
}

/** A failure that is no test of its own, such as a lint error, counts as one. */
function report(problem) {
  totals.failed += 1;
  totals.problems.push(problem);
}

async function runCheck(title, args) {
  if ((await run(process.execPath, args, { cwd: ROOT })) !== 0) report(title);
}

async function runProject(name) {
  const file = path.join(RESULTS, `${name}.json`);
  const args = ['--selectProjects', name, '--passWithNoTests', '--json', `--outputFile=${file}`];
  // In processes of their own; a browser and its server take a machine for themselves.
  if (SIDE_BY_SIDE.includes(name)) args.push('--maxWorkers=2');
  const code = await run(process.execPath, tool('jest/bin/jest.js', ...args), { cwd: ROOT });
  const failedBefore = totals.failed;
  await addResults(name, file);
  // Jest may fail as a whole: no result, a broken set-up, a time limit.
  if (code !== 0 && totals.failed === failedBefore) report(`${PROJECTS[name]}: Jest ended with ${code}`);
}

async function addResults(name, file) {
  let results;
  try {
    results = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  totals.passed += results.numPassedTests;
  totals.failed += results.numFailedTests;
  for (const suite of results.testResults) {
    const where = `${name} ${path.relative(ROOT, suite.name)}`;
    const failed = suite.assertionResults.filter((test) => test.status === 'failed');
    totals.problems.push(...failed.map((test) => `${where}: ${test.fullName}`));
    if (suite.status === 'failed' && failed.length === 0) report(`${where}: could not be run`);
  }
}
