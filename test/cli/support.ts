import {type Io, run} from '../../src/cli.js'
import {bareEnvironment} from '../support/folders.js'

export interface Outcome {
  status: number
  stdout: string
  stderr: string
}

/** Runs one command line in this process, in a folder, with nothing of this machine's environment but the path to git. */
export async function spec(
  cwd: string,
  argv: readonly string[],
  io: Partial<Io> & {input?: string | Uint8Array} = {},
): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  const {PATH, HOME, SPEC_NO_CACHE} = bareEnvironment()
  const {input = '', ...rest} = io
  const status = await run(argv, {
    stdout: {
      write: text => {
        stdout += text
      },
    },
    stderr: {
      write: text => {
        stderr += text
      },
    },
    stdin: (async function* () {
      yield input
    })(),
    env: {PATH, HOME, SPEC_NO_CACHE, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'},
    cwd,
    isTTY: false,
    columns: undefined,
    ask: undefined,
    ...rest,
  })
  return {status, stdout, stderr}
}
