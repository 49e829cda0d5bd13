import {availableParallelism} from 'node:os'
import {defineConfig} from 'vitest/config'

// Else the parser's build for development is loaded, which checks itself at every step: it is many times slower, and not what
// users run.
process.env.NODE_ENV = 'production'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/shared-setup.ts'],
    // Many tests wait for processes, so the core that is left free by default would stand idle.
    maxWorkers: availableParallelism(),
    // What is kept from one run to the next must decide no test.
    env: {SPEC_NO_CACHE: '1'},
    // For what hangs, not for what is slow: a busy machine is no failure.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    coverage: {
      include: ['src/**/*.ts'],
      // Made from schemas and templates; declarations alone hold nothing that runs.
      // The doors call what is tested by itself, and can only be entered as a process or a thread: test/cli/bin.test.ts and
      // test/threads do.
      exclude: ['src/generated/**', '**/*.d.ts', 'src/start/{index,thread}.ts', 'src/threads/entry.ts'],
      reporter: [['text', {skipFull: true}], 'html', 'json'],
      // Nothing is left out by a comment: what no test can reach is no code to keep.
      thresholds: {lines: 100, branches: 100},
    },
  },
})
