#!/usr/bin/env node
/**
 * `npm test`: everything a change has to pass, on a fresh clone with nothing but Node and npm.
 * `--only=lint,unit,sqlite` runs a part. `npm run test:heavy` (`--heavy`) runs what takes minutes on each database
 * instead: the fuzzer, every hostile value, instances that start at once or are killed, every view and language in the
 * browser, the plugin in another application. The last line is `N passed, N failed`.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlugin, ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { privateFolder } from './lib/private-folder.mjs';
import { fail, requireNode, run, say } from './lib/steps.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = path.join(
  ROOT,
  '.tmp',
  process.argv.includes('--heavy') ? 'test-results-heavy' : 'test-results',
);
/** What the browser tests saw, kept to be looked at. */
const SCREENSHOTS = path.join(ROOT, '.tmp', 'screenshots');

const tool = (file, ...args) => [path.join(ROOT, 'node_modules', file), ...args];
const CHECKS = {
  lint: ['ESLint', tool('eslint/bin/eslint.js', '.')],
  format: ['Prettier', tool('prettier/bin/prettier.cjs', '--check', '.')],
  'types-server': ['Types of the server', tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json')],
  'types-admin': ['Types of the admin panel', tool('typescript/bin/tsc', '-p', 'src/admin/tsconfig.json')],
  'types-tests': ['Types of the tests', tool('typescript/bin/tsc', '-p', 'tests/tsconfig.json')],
  'types-site': [
    'Types of the scripts of the public pages',
    tool('typescript/bin/tsc', '-p', 'src/site/tsconfig.scripts.json'),
  ],
};
/** Jest projects that run in one go, two files at a time; a browser leaves the machine some time for others. */
const USUAL_RUNS = {
  'Unit tests': ['unit'],
  'Tests of the booted application on SQLite': ['sqlite'],
  'The same on a real PostgreSQL': ['postgres'],
  'Tests in a real browser, of the scripts and of starting': ['browser', 'scripts'],
};
const HEAVY_RUNS = {
  'Tests that hold limits of time, one file at a time': ['timed-sqlite', 'timed-postgres'],
  'Heavy tests on SQLite and on a real PostgreSQL': ['heavy-sqlite', 'heavy-postgres'],
  'Long tests in a real browser, and the plugin in another application': ['heavy-browser', 'playground'],
};
/**
 * Megabytes of the heap's young generation, which the workers of Jest inherit. A booted application makes so much
 * short-lived garbage that with V8's 16 a seventh of the time of the tests went into its collection.
 */
const YOUNG_GENERATION = '--max-semi-space-size=128';
const ONE_AT_A_TIME = ['timed-sqlite', 'timed-postgres'];
const NEED_NO_BUILD = ['unit'];
/**
 * Unix time in seconds after which no further run begins; none without it. A build server has a limit of its own, and
 * what it breaks off says nothing of what has passed.
 */
const BEGIN_BEFORE = Number(process.env.TESTS_BEGIN_BEFORE || Infinity);
const HEAVY = '--heavy';
const DAY_MS = 24 * 60 * 60 * 1000;

requireNode([20, 19]);
const args = process.argv.slice(2);
const isHeavy = args.includes(HEAVY);
const RUNS = isHeavy ? inTurns(HEAVY_RUNS) : USUAL_RUNS;
const chosen = chooseSteps(args.filter((arg) => arg !== HEAVY));
const started = Date.now();
const totals = { passed: 0, failed: 0, problems: [] };
const notRun = [];

if ((await ensureInstalled(ROOT)) !== 0) fail('The packages could not be installed; npm says why above.');
await rm(RESULTS, { recursive: true, force: true });
await privateFolder(path.dirname(RESULTS));
await privateFolder(RESULTS);
if (chosen.has('browser')) await rm(SCREENSHOTS, { recursive: true, force: true });

// ESLint takes about as long as all the others.
const checks = Object.keys(CHECKS).filter((name) => chosen.has(name));
// The application's types come from the compiled plugin.
if (checks.length > 0 && (await buildPlugin(ROOT)) !== 0)
  fail('The plugin could not be compiled; it says why above.');
await Promise.all([
  runChecks(checks.filter((name) => name === 'lint')),
  runChecks(checks.filter((name) => name !== 'lint')),
]);
const runs = Object.entries(RUNS)
  .map(([title, names]) => [title, names.filter((name) => chosen.has(name))])
  .filter(([, names]) => names.length > 0);
const needsBuild = (names) => names.some((name) => !NEED_NO_BUILD.includes(name));
let built = true;
const build = async () => {
  built = (await ensureBuilt(ROOT)) === 0;
  if (!built) report('Build failed');
};
// Bundling takes one core, and unit tests need no build.
const beside = runs.filter(([, names]) => !needsBuild(names));
await Promise.all([
  (chosen.has('build') || runs.some(([, names]) => needsBuild(names))) && timed('Build', build),
  ...beside.map(([title, names]) => timed(title, () => runProjects(title, names))),
]);
for (const [title, names] of runs.filter((one) => !beside.includes(one))) {
  if (!built) report(`${title}: not run without a build`);
  else if (Date.now() / 1000 > BEGIN_BEFORE) notRun.push(title);
  else await timed(title, () => runProjects(title, names));
}

say(`Done in ${Math.round((Date.now() - started) / 1000)} s`);
if (chosen.has('browser') || chosen.has('heavy-browser')) await reportScreenshots();
for (const title of notRun) {
  process.stdout.write(`NOT RUN, the time set by TESTS_BEGIN_BEFORE is over: ${title}\n`);
}
for (const problem of totals.problems) process.stdout.write(`Failed: ${problem}\n`);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);

/**
 * The last two runs in turns by the day: where there is time for one of them only, each is run every other day.
 * @param runs whose last two take as long as each other
 */
function inTurns(runs) {
  const entries = Object.entries(runs);
  const isOtherDay = Math.floor(Date.now() / DAY_MS) % 2 === 1;
  const last = isOtherDay ? entries.slice(-2).reverse() : entries.slice(-2);
  return Object.fromEntries([...entries.slice(0, -2), ...last]);
}

/** Steps named with --only, else all. `types` means all type checks. */
function chooseSteps(args) {
  const all = [...(isHeavy ? [] : Object.keys(CHECKS)), 'build', ...Object.values(RUNS).flat()];
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

/** Where they are; nothing where no test came so far as to take one. */
async function reportScreenshots() {
  const taken = await readdir(SCREENSHOTS).catch(() => []);
  if (taken.length === 0) return;
  const place = path.relative(process.cwd(), SCREENSHOTS);
  process.stdout.write(`${taken.length} screenshots of the browser tests: ${place}\n`);
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

async function runChecks(names) {
  for (const name of names) {
    const [title, args] = CHECKS[name];
    await timed(title, async () => {
      if ((await run(process.execPath, args, { cwd: ROOT })) !== 0) report(title);
    });
  }
}

async function runProjects(title, names) {
  const file = path.join(RESULTS, `${names.join('-')}.json`);
  const args = ['--selectProjects', ...names, '--passWithNoTests', '--json', `--outputFile=${file}`];
  const workers = names.some((name) => ONE_AT_A_TIME.includes(name)) ? 1 : 2;
  const code = await run(
    process.execPath,
    [YOUNG_GENERATION, ...tool('jest/bin/jest.js', ...args, `--maxWorkers=${workers}`)],
    {
      cwd: ROOT,
      // It ends what hangs; a slow machine may take twice the usual time.
      minutes: 45,
    },
  );
  const failedBefore = totals.failed;
  await addResults(names.join('/'), file);
  // Jest may fail as a whole: no result, a broken set-up, a time limit.
  if (code !== 0 && totals.failed === failedBefore) report(`${title}: Jest ended with ${code}`);
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
