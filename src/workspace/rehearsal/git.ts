import {spawn} from 'node:child_process'

/** What one call of git came to. */
export interface Run {
  ok: boolean
  stdout: string
  /** What it and its hooks said, in the order in which they said it. */
  output: string
}

/** git as the user runs it. */
export type UserGit = (cwd: string, ...args: readonly string[]) => Promise<Run>

const KEPT = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'GIT_EXEC_PATH']
const MOST_OUTPUT = 200_000

/**
 * git with the user's own settings: unlike everywhere else in this house, hooks, filters and what they call do run. Only
 * for a rehearsal, which the user has asked for, and only in its clone.
 */
export function userGit(
  env: Readonly<Record<string, string | undefined>>,
  timeout: number,
  {platform}: {platform: NodeJS.Platform} = process,
): UserGit {
  const isWindows = platform === 'win32'
  // What tells git of another repository or index would lead it out of the clone, or into the user's.
  const kept = Object.entries(env).filter(([name]) => KEPT.includes(name) || !name.toUpperCase().startsWith('GIT_'))
  const clean = {...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', GIT_LFS_SKIP_SMUDGE: '1'}
  return (cwd, ...args) =>
    new Promise((resolve, reject) => {
      // A group of its own: what a hook started ends with it.
      const child = spawn('git', args, {
        cwd,
        env: clean,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
        detached: !isWindows,
      })
      const end = () => {
        try {
          if (child.pid !== undefined && !isWindows) process.kill(-child.pid, 'SIGKILL')
          else child.kill('SIGKILL')
        } catch {
          // It has ended by itself.
        }
      }
      let late = false
      const timer = setTimeout(() => {
        late = true
        end()
      }, timeout)
      process.once('exit', end)
      let stdout = ''
      let output = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text
        output = (output + text).slice(-MOST_OUTPUT)
      })
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-MOST_OUTPUT)
      })
      const done = (settle: () => void) => {
        clearTimeout(timer)
        process.off('exit', end)
        settle()
      }
      child.on('error', error => done(() => reject(error)))
      child.on('close', code =>
        done(() =>
          late
            ? reject(new Error(`git ${args[0]} took longer than ${timeout / 1000} s`))
            : resolve({ok: code === 0, stdout, output}),
        ),
      )
    })
}
