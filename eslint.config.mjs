import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const NODE_SCRIPTS = ['scripts/**/*.mjs', 'src/plugins/*/build.mjs'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'build/',
      '.tmp/',
      '.cache/',
      '.strapi/',
      'types/generated/',
      'public/uploads/',
      'coverage/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,cjs,js}'],
    extends: [tseslint.configs.recommended],
    rules: {
      // The application logs through `strapi.log`; scripts write to process.stdout.
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Files that need each other have no order in which one reads, loads or tests them.
    files: ['src/**/*.{ts,tsx}', 'config/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] })],
    },
    rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] },
  },
  {
    // No compiler looks at these, and many are run by hand only: a renamed function would be missed when it is needed.
    files: ['**/*.mjs'],
    plugins: { 'import-x': importX },
    rules: { 'import-x/named': 'error', 'import-x/default': 'error', 'import-x/no-unresolved': 'error' },
  },
  {
    // The plugin is a package: an application knows its exports only.
    files: ['src/**/*.{ts,tsx}', 'config/**/*.ts'],
    ignores: ['src/plugins/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/plugins/accountability/**', 'strapi-plugin-accountability/dist/**'],
              message: 'Take it from strapi-plugin-accountability/declare, /server or /strapi-admin.',
            },
          ],
        },
      ],
    },
  },
  {
    // And it knows nothing of the application.
    files: ['src/plugins/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '(^|/)(accountability/(datasets|workflows|comments)|config|api|components|site)/',
              message: 'The plugin is an engine: what it works on is declared by the application.',
            },
          ],
        },
      ],
    },
  },
  {
    // Texts of visitors and editors come to many places: every pattern takes linear time. A sticky one is tried in one
    // place, and where it is tried is for its author to bound. Tests have texts of their own.
    files: ['**/*.{ts,tsx,mjs,cjs,js}'],
    ignores: ['tests/**', '**/*.test.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': [
        'error',
        { report: 'potential', ignorePartial: false, ignoreSticky: true },
      ],
      'no-restricted-syntax': [
        'error',
        ...['NewExpression', 'CallExpression'].map((kind) => ({
          selector: `${kind}[callee.name="RegExp"]`,
          message:
            'A pattern that is put together is not checked: write it as a literal, or search for texts.',
        })),
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'config/**/*.ts', 'tests/**/*.ts'],
    ignores: ['src/admin/**', 'src/plugins/*/admin/**'],
    languageOptions: {
      parserOptions: { project: './tests/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: typedRules(),
  },
  {
    files: ['src/admin/**/*.{ts,tsx}', 'src/plugins/*/admin/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: './src/admin/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: typedRules(),
  },
  {
    files: ['**/*.{cjs,js}', ...NODE_SCRIPTS],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);

/** What only types can find: a promise nobody waits for loses its error and may outlive its transaction. */
function typedRules() {
  return {
    '@typescript-eslint/no-floating-promises': 'error',
    // Knex takes callbacks that return the builder, which is a promise too.
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/return-await': ['error', 'in-try-catch'],
    '@typescript-eslint/only-throw-error': 'error',
  };
}
