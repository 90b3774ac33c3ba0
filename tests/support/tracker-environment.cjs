'use strict';

const { TestEnvironment } = require('jest-environment-node');

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
};
