import {spawn} from 'node:child_process'
import {closeSync, openSync} from 'node:fs'

/** Whether a process can be left without a free file handle on this system: where it cannot, tests of that are skipped. */
export const canTakeHandles = process.platform === 'linux'

/** Does something while this process can open no more files than it has. */
export async function withoutHandles<Result>(work: () => Promise<Result>): Promise<Result> {
  // What gives them back is started before: for that, too, handles are needed.
  const limit = (to: string) => `prlimit --pid ${process.pid} --nofile="${to}:"; echo`
  const script = `old=$(ulimit -Sn); echo; read -r most; ${limit('$most')}; read -r; ${limit('$old')}`
  const keeper = spawn('bash', ['-c', script], {stdio: ['pipe', 'pipe', 'inherit']})
  const told = () => new Promise<void>(resolve => keeper.stdout.once('data', () => resolve()))
  await told()
  keeper.stdin.write(`${lowestFree()}\n`)
  await told()
  try {
    return await work()
  } finally {
    keeper.stdin.write('\n')
    await told()
    keeper.stdin.end()
  }
}

function lowestFree(): number {
  const handle = openSync('/dev/null', 'r')
  closeSync(handle)
  return handle
}
