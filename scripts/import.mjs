#!/usr/bin/env node
/**
 * `npm run import -- FILE… --mapping NAME`: imports files into the configured database, or takes an import back
 * (`--undo ID`). Exit code 0 when it is done, also where nothing differed; 1 when it was refused, failed or
 * interrupted, and nothing was written; 2 for options that make no sense.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTracker } from './lib/boot.mjs';
import { importOptions } from './lib/import-options.mjs';
import { openReport } from './lib/import-report.mjs';
import { listed, placed, progressLine, table } from './lib/import-texts.mjs';

const LANGUAGE = 'en';
const SHOWN_PROBLEMS = 20;
const LISTED_IMPORTS = 20;
/** Refusals of what was typed. */
const TYPED_WRONG = ['NO_SUCH_MAPPING', 'MAPPING_NOT_USABLE', 'NO_SUCH_LANGUAGE', 'NO_SUCH_IMPORT'];
/** The exit code of a process that was ended by Ctrl+C. */
const INTERRUPTED = 130;

const root = fileURLToPath(new URL('..', import.meta.url));
// Paths are of the folder the command was typed in; npm changes to the project's.
const given = await importOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
const report = given.report === null ? null : await openReport(given.report);

const strapi = await loadTracker(root);
const imports = strapi.plugin('accountability').service('imports');
const print = (text) => process.stdout.write(`${text}\n`);
const printError = (text) => process.stderr.write(`${text}\n`);

let code = 1;
try {
  code = await work();
} catch (error) {
  // A refusal says what to do; anything else is a fault.
  printError(error.message);
  if (TYPED_WRONG.includes(error.code)) code = 2;
  for (const { contentType, documentId } of error.details?.documents ?? [])
    printError(`  ${contentType} ${documentId}`);
}
await report?.close();
await strapi.destroy();
// The database pool would keep the process alive.
process.exit(code);

async function work() {
  if (given.list) return list();
  if (given.undo === null) return importFiles();
  await imports.undo(given.undo);
  print('The import was taken back.');
  return 0;
}

async function list() {
  print('Mappings:');
  for (const { name, description } of await imports.mappings())
    print(`  ${name.padEnd(16)} ${description[LANGUAGE]}`);
  const jobs = await imports.list(LISTED_IMPORTS);
  print(jobs.length === 0 ? 'No import has been made.' : 'Latest imports:');
  for (const job of jobs) print(`  ${listed(job)}`);
  return 0;
}

async function importFiles() {
  const interruption = new AbortController();
  // The application would end the process before what was written is taken back.
  process.removeAllListeners('SIGINT');
  process.once('SIGINT', () => {
    interruption.abort();
    printError('Interrupted: taking back what was written …');
  });
  const problems = [];
  let isWriting = false;
  const lines = imports.reportLines(LANGUAGE);
  report?.write(lines.header());
  const showProgress = progressLine(process.stderr);
  const { name, ended } = await imports.start({
    mapping: given.mapping,
    files: given.files.map((file) => ({ path: file, name: path.basename(file) })),
    read: given.read,
    locale: given.locale,
    dateOrder: given.dateOrder,
    isDryRun: given.dryRun,
    keepsGood: given.keepGood,
    signal: interruption.signal,
    onProgress(progress) {
      if (progress.step === 'write' && !isWriting) print(`Writing ${progress.of} documents`);
      isWriting = progress.step === 'write';
      showProgress(progress);
    },
    onProblem(problem) {
      if (problems.length < SHOWN_PROBLEMS) problems.push(problem);
      report?.write(lines.problem(problem));
    },
    onDocument: (document) => report?.write(lines.document(document)),
  });
  print(`Import ${name}`);
  const result = await ended;
  showProgress(null);
  const { status, failure } = await imports.find(name);
  if (result === null) {
    printError(imports.failureMessage(failure, LANGUAGE));
    return failure === 'interrupted' ? INTERRUPTED : 1;
  }
  for (const line of table(result.counts)) print(line);
  for (const problem of problems) printError(placed(problem, imports.problemMessage(problem, LANGUAGE)));
  const left = result.errors + result.warnings - problems.length;
  if (left > 0)
    printError(`… and ${left} more${given.report === null ? '; --report FILE lists all of them' : ''}`);
  print(outcome(status, result, name));
  return status === 'refused' ? 1 : 0;
}

function outcome(status, { applied, errors }, name) {
  if (status === 'refused') return `Nothing was written: ${errors} errors.`;
  if (status === 'checked') return 'This was a dry run: nothing was written.';
  if (!applied) return 'Nothing differs: nothing was written.';
  return `Done. Take it back with: npm run import -- --undo ${name}`;
}
