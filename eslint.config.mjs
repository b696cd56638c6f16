import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

const typescriptFiles = ['**/*.ts', '**/*.tsx'];
const testFiles = ['**/*.test.ts', '**/*.test.tsx', 'tests/**'];

/** The rooms of the house, and which of them each may look into. `design.md` draws the same picture. */
const rooms = [
  { type: 'rules', pattern: 'src/rules' },
  { type: 'engine', pattern: 'src/engine' },
  { type: 'api', pattern: 'src/api' },
  { type: 'admin', pattern: 'src/admin' },
  { type: 'extensions', pattern: 'src/extensions' },
  { type: 'middlewares', pattern: 'src/middlewares' },
  { type: 'commands', pattern: 'src/commands' },
  { type: 'config', pattern: 'config' },
  { type: 'embedded', pattern: 'database/embedded' },
  { type: 'tests', pattern: 'tests' },
  { type: 'wiring', pattern: 'src' },
];

const mayLookInto = {
  rules: ['rules'],
  engine: ['engine', 'rules'],
  api: ['api', 'engine', 'rules'],
  admin: ['admin'],
  extensions: ['extensions', 'engine', 'rules'],
  middlewares: ['middlewares', 'engine', 'rules'],
  wiring: ['engine'],
  config: ['config'],
  embedded: ['embedded'],
  commands: rooms.map((room) => room.type),
  tests: rooms.map((room) => room.type),
};

/** What pure rules must not touch: the clock, chance, the machine, the network, the framework. */
const impure = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Rules take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Rules take the time as an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Rules take the time as an argument.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Rules take chance as an argument.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'build/',
      '.cache/',
      '.strapi/',
      '.data/',
      'coverage/',
      'types/generated/',
      'tests/output/',
      'public/',
    ],
  },
  {
    files: typescriptFiles,
    extends: [...tseslint.configs.recommended],
    plugins: { boundaries },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.check.json', './tsconfig.admin.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      'boundaries/elements': rooms,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'prefer-const': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'boundaries/dependencies': [
        'error',
        {
          default: 'allow',
          policies: rooms.map(({ type }) => ({
            from: { element: { type } },
            disallow: {
              to: {
                element: {
                  types: {
                    anyOf: rooms.map((room) => room.type).filter((room) => !mayLookInto[type].includes(room)),
                  },
                },
              },
            },
            message: `${type} may only look into: ${mayLookInto[type].join(', ')}`,
          })),
        },
      ],
    },
  },
  {
    files: ['src/rules/**/*.ts'],
    ignores: testFiles,
    rules: {
      'no-restricted-syntax': ['error', ...impure],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'strapi', 'crypto'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@strapi/*', 'knex', 'pg', 'graphile-worker', 'nodemailer'],
              message: 'Rules know no framework.',
            },
            {
              group: ['node:*', 'fs', 'fs/*', 'http', 'https', 'net', 'child_process', 'os', 'path'],
              message: 'Rules do no input or output.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/admin/**/*.ts', 'src/admin/**/*.tsx'],
    rules: { 'boundaries/dependencies': 'off' },
  },
  {
    files: ['src/admin/**/*.ts', 'src/admin/**/*.tsx'],
    ignores: testFiles,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/rules/**', '**/rules'],
              allowTypeImports: true,
              message: 'The panel takes types from the rules, nothing else.',
            },
            {
              group: ['**/engine/**', '**/engine', '**/api/**', '**/commands/**', '**/middlewares/**'],
              message: 'The panel talks HTTP to the office.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: { ecmaVersion: 2022 },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-unused-vars': ['error', { caughtErrorsIgnorePattern: '^_' }],
    },
  },
);
