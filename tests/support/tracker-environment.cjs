'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');
const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/**
 * Asynchronous contexts in use. Until Node.js 24 each that was ever used is carried on by every promise of the
 * process: those of applications and test files long gone would slow down all that come after.
 */
const contexts = new Set();
const { _enable } = AsyncLocalStorage.prototype;
if (_enable) {
  AsyncLocalStorage.prototype._enable = function (...args) {
    contexts.add(this);
    return _enable.apply(this, args);
  };
}

/** Jest replaces a worker that has more in use, which then starts from nothing: most of it is garbage. */
const MUCH_MEMORY = 800e6;
v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

/** Uploads and temporary files of this process: two that run side by side must not find each other's. */
if (!process.env.TEST_FOLDER) {
  const folder = mkdtempSync(path.join(tmpdir(), 'open-commitments-tests-'));
  const [uploads, temporary] = [path.join(folder, 'public/uploads'), path.join(folder, 'tmp')];
  for (const one of [uploads, temporary]) mkdirSync(one, { recursive: true });
  Object.assign(process.env, {
    TEST_FOLDER: folder,
    PUBLIC_DIR: path.dirname(uploads),
    TMPDIR: temporary,
  });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/**
 * Jest's Node environment, with a door to the process outside its sandbox.
 *
 * The application is booted outside: Jest's own module registry would load Strapi's few thousand modules
 * again for each test file, and could not `require` packages that ship as ES modules only.
 */
module.exports = class TrackerEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const { database } = config.projectConfig.testEnvironmentOptions;
    this.global.trackerHost = { require, process, database: process.env.TEST_DATABASE || database };
  }

  /** What a failed test leaves on the screen is printed before anything is closed: a build server keeps no pictures. */
  async handleTestEvent({ name }) {
    if (name === 'test_fn_failure' || name === 'hook_failure') await this.global.describeFailure?.();
  }

  async teardown() {
    for (const context of contexts) context.disable();
    contexts.clear();
    await super.teardown();
    if (process.memoryUsage().heapUsed > MUCH_MEMORY) collectGarbage();
  }
};
