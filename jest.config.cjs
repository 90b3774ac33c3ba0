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
  globalSetup: '<rootDir>/tests/support/run-folder.ts',
  globalTeardown: '<rootDir>/tests/support/run-folder-stop.ts',
};

const capabilityTests = {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/tests/browser/',
    '<rootDir>/tests/heavy/',
    '<rootDir>/tests/heavy-browser/',
    '<rootDir>/tests/long/',
    '<rootDir>/tests/playground/',
    '<rootDir>/tests/scripts/',
    '<rootDir>/tests/timed/',
  ],
};

/**
 * What is decided before the database is asked, or from declarations and words alone: request guards, pages' markup,
 * what is wrong with files, descriptions of the data. `npm test` runs it on SQLite, `npm run test:long` on PostgreSQL too.
 */
const databaseIndependent = [
  'admin/(report-titles|views)',
  'client-disconnects',
  'languages/(doubtful-settings|languages-of-people|readers-language)',
  'import/(bad-input|generic|generic-headers|saved-mappings)',
  'open-data/(dcat-ap|formats|metadata|metadata-columns|openapi)',
  'security/(answer-size|client-address|fair-share|host|login-attempts|missing-address|panel-requests|paths)',
  'security/(public-forms|query-length|request-bodies|slow-readers|stricter-routes|upload-headers|uploads)',
  'site/(card|html-in-texts|page-answers)',
].map((names) => `/tests/${names}\\.test\\.ts$`);

/** The same of the heavy tests. */
const heavyIndependent = ['/tests/heavy/open-data-in-languages\\.test\\.ts$'];

/** What is about locks of rows: SQLite has one writer at a time. */
const postgresOnly = ['/tests/import/write-then-lock\\.test\\.ts$'];

/** What takes minutes on each engine: `npm run test:heavy`. */
const heavyTests = { testMatch: ['<rootDir>/tests/heavy/**/*.test.ts'] };

/** What holds limits of seconds beside other work of its own: `npm run test:heavy`, one file at a time. */
const timedTests = { testMatch: ['<rootDir>/tests/timed/**/*.test.ts'] };

/** What takes a quarter of an hour and a quiet machine: `npm run test:long`. */
const longTests = { testMatch: ['<rootDir>/tests/long/**/*.test.ts'] };

const cluster = {
  globalSetup: '<rootDir>/tests/support/postgres-cluster.ts',
  globalTeardown: '<rootDir>/tests/support/postgres-cluster-stop.ts',
};

module.exports = {
  // One application at a time in a process: each boot sets process-wide state.
  maxWorkers: 1,
  // Each file leaves some memory behind; a worker that has too much of it is replaced between two files.
  workerIdleMemoryLimit: '900MB',
  // What hangs; the first start of a variant takes a minute on a machine with three times its work.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
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
      testPathIgnorePatterns: [...capabilityTests.testPathIgnorePatterns, ...postgresOnly],
      displayName: 'sqlite',
      testEnvironmentOptions: { database: 'sqlite' },
    },
    {
      ...booted,
      ...capabilityTests,
      testPathIgnorePatterns: [...capabilityTests.testPathIgnorePatterns, ...databaseIndependent],
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
      testPathIgnorePatterns: ['/node_modules/', ...heavyIndependent],
      ...cluster,
      displayName: 'heavy-postgres',
      testEnvironmentOptions: { database: 'postgres' },
    },
    {
      ...booted,
      testRegex: [...databaseIndependent, ...heavyIndependent],
      ...cluster,
      displayName: 'independent-postgres',
      testEnvironmentOptions: { database: 'postgres' },
    },
    { ...booted, ...timedTests, displayName: 'timed-sqlite', testEnvironmentOptions: { database: 'sqlite' } },
    {
      ...booted,
      ...timedTests,
      ...cluster,
      displayName: 'timed-postgres',
      testEnvironmentOptions: { database: 'postgres' },
    },
    { ...booted, ...longTests, displayName: 'long-sqlite', testEnvironmentOptions: { database: 'sqlite' } },
    {
      ...booted,
      ...longTests,
      ...cluster,
      displayName: 'long-postgres',
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
