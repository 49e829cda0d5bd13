// Read by Stryker from a copy of the project, started by run.mjs.
export default {
  plugins: [import.meta.resolve('./stryker/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
  testRunner: 'vitest',
  vitest: {configFile: 'test/mutation/vitest.config.ts', related: false},
  coverageAnalysis: 'perTest',
  // What is made once, when a file is loaded, could be tried by all tests together only.
  ignoreStatic: true,
  // Stryker cannot read a tsconfig.json beside TypeScript 7.
  tsconfigFile: 'none.json',
  // Its "// @ts-nocheck" would move the lines of fixtures.
  disableTypeChecks: false,
  ignorePatterns: ['/bench', '/dist', '/completion'],
  // Not where git ignores what is there: some tests ask git of the files that they stand on.
  tempDirName: '.mutants',
  incrementalFile: 'test/mutation/stryker/incremental.json',
  jsonReporter: {fileName: 'test/mutation/stryker/report.json'},
  reporters: ['progress-append-only', 'json'],
  allowEmpty: false,
}
