'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');
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

  async teardown() {
    for (const context of contexts) context.disable();
    contexts.clear();
    await super.teardown();
  }
};
