const os = require('node:os');

/** The whole suite counts in UTC, as the office does. */
process.env.TZ = 'UTC';

const typescript = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ],
};

/** Leave the folders that are built, fetched or filled at run time to themselves. */
const ignored = ['/node_modules/', '<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.data/'];

/** Every worker runs an office of its own, which takes up to a gigabyte; one of three is always waiting for the database. */
const maxWorkers = Math.max(1, Math.min(3, Math.floor(os.freemem() / 1.5 / 1024 ** 3)));

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers,
  testTimeout: 20_000,
  testSequencer: '<rootDir>/tests/support/longest-first.js',
  collectCoverageFrom: ['src/rules/**/*.ts', '!src/rules/**/*.test.ts', '!src/rules/**/*.d.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcov'],
  coverageThreshold: { './src/rules/': { branches: 95 } },
  projects: [
    {
      displayName: 'unit',
      roots: ['<rootDir>/src', '<rootDir>/tests/unit', '<rootDir>/database'],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ignored,
      transform: typescript,
      testEnvironment: 'node',
      setupFilesAfterEnv: ['<rootDir>/tests/support/properties.ts'],
    },
    {
      displayName: 'api',
      roots: ['<rootDir>/tests/api', '<rootDir>/tests/support'],
      testMatch: ['<rootDir>/tests/api/**/*.test.ts'],
      testPathIgnorePatterns: ignored,
      transform: {
        '/[.]cache/tests/[^/]+/server/.*[.]js$': '<rootDir>/tests/support/outside.js',
        ...typescript,
      },
      testEnvironment: '<rootDir>/tests/support/office-environment.js',
      resolver: '<rootDir>/tests/support/resolver.js',
      globalSetup: '<rootDir>/tests/support/global-setup.ts',
      globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/tests/support/each-file.ts'],
    },
    {
      displayName: 'start',
      roots: ['<rootDir>/tests/start'],
      testMatch: ['<rootDir>/tests/start/**/*.test.ts'],
      testPathIgnorePatterns: ignored,
      transform: typescript,
      testEnvironment: 'node',
    },
  ],
};
