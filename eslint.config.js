import { defineConfig, globalIgnores } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const PRODUCT = ['shared/**/*.{ts,tsx}', 'server/**/*.ts', 'main/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}']
const TESTS = ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}']

const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Imports say what they mean: export by name.' }
const noDefaultAs = { selector: 'ExportSpecifier[exported.name="default"]', message: 'Imports say what they mean: export by name.' }
const noEnum = { selector: 'TSEnumDeclaration', message: 'A union of strings says the same and is erased.' }
const noNow = {
  selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  message: 'Time is an argument; only main/app asks the clock.',
}
const noNewDate = { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument; only main/app asks the clock.' }
const noRandom = {
  selector: 'MemberExpression[object.name="Math"][property.name="random"]',
  message: 'Chance is an argument; only main/app throws the dice.',
}
const always = [noDefault, noDefaultAs, noEnum]
const pure = [...always, noNow, noNewDate, noRandom]

export default defineConfig(
  globalIgnores(['dist/', '.cache/', 'test-results/', 'build/electron/shim/', 'build/**/*.cjs', '**/*.json']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tests/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      'max-lines': ['error', 400],
      semi: ['error', 'never'],
      quotes: ['error', 'single', { avoidEscape: true }],
      'max-len': ['error', { code: 140, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', ...always],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Services are plain objects: nothing in this house has a `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // An async method of a service may answer at once.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  { files: PRODUCT, ignores: TESTS, rules: { 'no-console': 'error' } },
  { files: PRODUCT, ignores: [...TESTS, 'main/app/**', 'server/app.ts'], rules: { 'no-restricted-syntax': ['error', ...pure] } },
  {
    files: PRODUCT,
    ignores: ['main/bridge/**', 'main/preload.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', {
        paths: [{ name: 'electron', importNames: ['ipcMain', 'ipcRenderer', 'contextBridge'], message: 'The bridge has one home: main/bridge and main/preload.ts.' }],
      }],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  // Their tools read a default export.
  { files: ['*.config.ts', 'build/vite.config.ts'], rules: { 'no-restricted-syntax': ['error', noEnum] } },
)
