'use strict';

/** Tests run as TypeScript; types are checked by `npm run typecheck`, not here. */
const transform = {
  '^.+\\.m?[tj]sx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

const common = {
  rootDir: __dirname,
  transform,
  // These come as ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(hucre|hyparquet|hyparquet-writer|hast-util-sanitize|unist-util-position|@ungap/structured-clone|parse5|entities)/)',
  ],
  // Compiled copies of the sources would be found twice.
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/src/plugins/accountability/dist/',
    '<rootDir>/build/',
    '<rootDir>/.tmp/',
  ],
};

/** Projects whose tests boot the built application in their own process. */
const booted = {
  ...common,
  testEnvironment: '<rootDir>/tests/support/tracker-environment.cjs',
  setupFilesAfterEnv: ['<rootDir>/tests/support/setup.ts'],
};

const capabilityTests = {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/tests/browser/',
    '<rootDir>/tests/heavy/',
    '<rootDir>/tests/heavy-browser/',
    '<rootDir>/tests/playground/',
    '<rootDir>/tests/scripts/',
  ],
};

/** What takes minutes on each engine: `npm run test:heavy`. */
const heavyTests = { testMatch: ['<rootDir>/tests/heavy/**/*.test.ts'] };

const cluster = {
  globalSetup: '<rootDir>/tests/support/postgres-cluster.ts',
  globalTeardown: '<rootDir>/tests/support/postgres-cluster-stop.ts',
};

module.exports = {
  // One application at a time in a process: each boot sets process-wide state.
  maxWorkers: 1,
  // Each file leaves some memory behind; a worker that has too much of it is replaced between two files.
  workerIdleMemoryLimit: '900MB',
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      // The plugin's sources, so that unit tests need no build.
      moduleNameMapper: {
        '^strapi-plugin-accountability/(declare|server)$': '<rootDir>/src/plugins/accountability/$1/index.ts',
        '^strapi-plugin-accountability/strapi-server$':
          '<rootDir>/src/plugins/accountability/server/src/index.ts',
      },
      testEnvironment: 'node',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/src/**/*.test.tsx'],
    },
    {
      ...booted,
      ...capabilityTests,
      displayName: 'sqlite',
      testEnvironmentOptions: { database: 'sqlite' },
    },
    {
      ...booted,
      ...capabilityTests,
      ...cluster,
      displayName: 'postgres',
      testEnvironmentOptions: { database: 'postgres' },
    },
    {
      ...booted,
      ...heavyTests,
      displayName: 'heavy-sqlite',
      testEnvironmentOptions: { database: 'sqlite' },
    },
    {
      ...booted,
      ...heavyTests,
      ...cluster,
      displayName: 'heavy-postgres',
      testEnvironmentOptions: { database: 'postgres' },
    },
    {
      ...booted,
      displayName: 'heavy-browser',
      testMatch: ['<rootDir>/tests/heavy-browser/**/*.test.ts'],
      testEnvironmentOptions: { database: 'sqlite' },
    },
    {
      ...booted,
      ...cluster,
      displayName: 'playground',
      testMatch: ['<rootDir>/tests/playground/*.test.ts'],
      // Both databases.
      testEnvironmentOptions: { database: 'sqlite' },
    },
    {
      ...booted,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      testEnvironmentOptions: { database: 'sqlite' },
    },
    {
      ...booted,
      displayName: 'scripts',
      testMatch: ['<rootDir>/tests/scripts/**/*.test.ts'],
      testEnvironmentOptions: { database: 'sqlite' },
    },
  ],
};
