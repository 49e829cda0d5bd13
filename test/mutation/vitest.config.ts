import {defineConfig} from 'vitest/config'

process.env.NODE_ENV = 'production'

// Tests that run the built command, or packed, see no mutant: they are made in the source. Those on the whole corpus, or on
// thousands of random documents, would be run anew for almost every mutant, and take minutes each time.
const SEES_NO_MUTANT = ['test/{migrate,move,status}/{built,command,life,faults,corpus}.test.ts', 'test/lint/results/**']
const TAKES_LONG = ['**/*corpus*', 'test/markdown/{nesting,effort,engines}.test.ts', 'test/lint/fingerprints.test.ts']
// Without isolation the native engine is loaded once for all tests, and this one is about a process in which it never is.
const WANTS_ITS_OWN_PROCESS = ['test/markdown/no-binding.test.ts']

const {SPEC_MUTATION_TESTS: chosen} = process.env

export default defineConfig({
  test: {
    include: chosen?.split(' ') ?? [
      'test/{facts,lint,fixes,template,markdown,migrate,move,status}/**/*.test.ts',
      'test/text/*.test.ts',
      'test/rules.test.ts',
      'test/docs/fixes.test.ts',
    ],
    globalSetup: ['test/support/shared-setup.ts'],
    exclude: [...SEES_NO_MUTANT, ...TAKES_LONG, ...WANTS_ITS_OWN_PROCESS],
    env: {SPEC_NO_CACHE: '1'},
    testTimeout: 60_000,
    isolate: false,
  },
})
