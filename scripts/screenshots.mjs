#!/usr/bin/env node
/**
 * `npm run screenshots`: takes README's pictures of the running product, on a database that is thrown away.
 * `--into <folder>` puts them somewhere else than docs/images.
 */
import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './lib/browser.mjs';
import { freePort } from './lib/free-port.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { takePictures } from './lib/take-pictures.mjs';
import { exitCode, fail, requireNode, say } from './lib/steps.mjs';
import { startTemporaryDemo } from './lib/temporary-demo.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

requireNode([20, 19]);
const target = chooseFolder(process.argv.slice(2));
try {
  await mkdir(target, { recursive: true });
  await access(target, constants.W_OK);
} catch (error) {
  fail(`Pictures cannot be put into ${target} (${error.code}).`);
}
if ((await ensureInstalled(ROOT)) !== 0) fail('The packages could not be installed; npm says why above.');

/** What has to be undone at the end. */
const begun = [];
let ending = Promise.resolve();
let signalled = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    signalled = signal;
    void end();
  });
}

let problem = null;
try {
  // Before minutes of building.
  const browser = await launchBrowser();
  undoAtEnd(() => browser.close());
  const folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-screenshots-'));
  undoAtEnd(() => rm(folder, { recursive: true, force: true }));
  const env = {
    // The comments are sent by this script, which is no bot and need not prove it.
    COMMENTS_PROOF_OF_WORK: 'false',
    // What pages give as their address is the same in each picture.
    PUBLIC_URL: 'http://localhost:1337',
  };
  const demo = startTemporaryDemo(ROOT, { folder, port: await freePort(), env });
  undoAtEnd(demo.stop);
  const tracker = await demo.ready();
  say(`Taking the pictures of ${tracker.url}`);
  await takePictures(browser, tracker, target);
} catch (error) {
  problem = error.message;
}
await end();
// As a shell expects of a command that was interrupted.
if (signalled) process.exit(exitCode(null, signalled));
if (problem) fail(problem);

function undoAtEnd(undo) {
  begun.push(undo);
  if (signalled) throw new Error('Stopped.');
}

/** What was begun last is ended first; whoever asks again waits for the same end. */
function end() {
  ending = ending.then(async () => {
    while (begun.length > 0) await begun.pop()();
  });
  return ending;
}

function chooseFolder(args) {
  if (args.length === 0) return path.join(ROOT, 'docs/images');
  const [name, folder, ...rest] = args;
  if (name !== '--into' || !folder || rest.length > 0) fail('Unknown arguments; there is --into <folder>', 2);
  return path.resolve(folder);
}
