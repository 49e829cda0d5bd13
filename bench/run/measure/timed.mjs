// One run of a command: CPU of its whole process tree, wall time, exit status.
import {spawn} from 'node:child_process'

// For what hangs.
const HALF_AN_HOUR = 30 * 60 * 1000

// Node tells nothing of what its children cost; bash does, to the millisecond, with all of theirs that were waited for.
const SCRIPT = 'TIMEFORMAT="%U %S %R"; time "$@" >/dev/null 2>/dev/null'

/**
 * @param {string[]} argv
 * @param {{cwd: string, env: Record<string, string>, deadline?: number}} how `deadline` in milliseconds
 * @returns {Promise<{cpu: number, wall: number, status: number}>} milliseconds; a run that passed its deadline has status -1
 */
export function timed(argv, {cwd, env, deadline = HALF_AN_HOUR}) {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', SCRIPT, 'bench', ...argv], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let told = ''
    child.stderr.setEncoding('utf8').on('data', text => {
      told += text
    })
    // In a group of its own, so that all of it can be ended, and no Ctrl-C reaches it but this one.
    const end = () => process.kill(-child.pid, 'SIGKILL')
    const alarm = setTimeout(end, deadline)
    process.once('exit', end)
    child.on('error', reject)
    child.on('close', status => {
      clearTimeout(alarm)
      process.off('exit', end)
      const [user, system, real] = told
        .trim()
        .replaceAll(',', '.')
        .split(' ')
        .map(seconds => Math.round(Number(seconds) * 1000))
      if (status === null) resolve({cpu: Number.NaN, wall: Number.NaN, status: -1})
      else resolve({cpu: user + system, wall: real, status})
    })
  })
}
