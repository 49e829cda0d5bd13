// One run of a command that is not timed: what it says, how it ends, and how many git processes it starts.
import {spawnSync} from 'node:child_process'
import {accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {delimiter, join} from 'node:path'

const MOST_OUTPUT = 1024 * 1024 * 1024

/** @returns {{status: number | null, output: string, git: number}} `output`: standard output, then the errors */
export function inspect(argv, {cwd, env}, scratch) {
  const {folder, log} = counter(scratch)
  rmSync(log, {force: true})
  const {status, stdout, stderr} = spawnSync(argv[0], argv.slice(1), {
    cwd,
    env: {...env, PATH: `${folder}${delimiter}${env.PATH}`},
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const git = existsSync(log) ? readFileSync(log, 'utf8').length : 0
  return {status, output: stdout + stderr, git}
}

/** A `git` that leaves a sign in a file, then becomes the real one. */
function counter(scratch) {
  const folder = join(scratch, 'counter')
  const log = join(folder, 'log')
  if (!existsSync(folder)) {
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, 'git'), `#!/bin/sh\nprintf x >> '${log}'\nexec '${find('git')}' "$@"\n`)
    chmodSync(join(folder, 'git'), 0o755)
  }
  return {folder, log}
}

function find(program) {
  for (const folder of process.env.PATH.split(delimiter)) {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return join(folder, program)
    } catch {
      // In another one.
    }
  }
  throw new Error(`No ${program} in PATH`)
}
