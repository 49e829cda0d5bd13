import {liesInRepository} from './in-repository.js'

// What linting imports of Node, and Node has not loaded by itself when a command begins.
const LINT = ['node:crypto', 'node:fs/promises', 'node:perf_hooks']
// What runs git, and is not needed where there is none.
const GIT = 'node:child_process'

/**
 * Loads what a command line will most likely need of Node before V8's flags are set. V8 takes no code that was compiled under other
 * flags, and all of Node that is loaded behind them is compiled anew: a tenth of a run that checks one document. To load more than
 * a run needs would cost as much; what is not foreseen here is loaded when it is asked for.
 */
export function loadBuiltins(argv: readonly string[], cwd: string, inRepository = liesInRepository): void {
  // Node makes its streams when they are first looked at.
  void [process.stdout, process.stderr]
  if (!argv.includes('lint')) return
  for (const name of LINT) process.getBuiltinModule(name)
  try {
    if (inRepository(cwd)) process.getBuiltinModule(GIT)
  } catch {
    // Who lets Node read some folders only (--permission) is told by the run what it needs.
  }
}
