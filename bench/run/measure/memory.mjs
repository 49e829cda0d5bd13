// How much memory a command takes at most, asked of /proc while it runs. Such a run is not timed.
import {spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {setTimeout} from 'node:timers/promises'

const EVERY = 2

/**
 * @returns {Promise<{process: number, tree: number} | undefined>} MiB: the largest resident set of any of its processes, and the
 * largest sum of all at one time (pages that they share count for each); undefined where there is no /proc
 */
export async function peakMemory(argv, {cwd, env}) {
  if (!existsSync('/proc/self/status')) return undefined
  const child = spawn(argv[0], argv.slice(1), {cwd, env, stdio: 'ignore'})
  let running = true
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  child.on('exit', () => {
    running = false
    process.off('exit', end)
  })
  const peak = {process: 0, tree: 0}
  const parents = new Map()
  while (running) {
    const sizes = treeOf(child.pid, parents).flatMap(pid => sizeOf(pid) ?? [])
    peak.process = Math.max(peak.process, ...sizes.map(({most}) => most))
    peak.tree = Math.max(
      peak.tree,
      peak.process,
      sizes.reduce((sum, {now}) => sum + now, 0),
    )
    await setTimeout(EVERY)
  }
  return {process: peak.process / 1024, tree: peak.tree / 1024}
}

/** A process and all below it, less those that were forked and have not become another program yet: they are no more than a copy. */
function treeOf(root, parents) {
  const pids = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
  for (const pid of pids) if (!parents.has(pid)) parents.set(pid, parentOf(pid))
  const below = pid => pid === root || (parents.get(pid) !== undefined && below(parents.get(pid)))
  return pids.filter(pid => pid === root || (below(pid) && programOf(pid) !== programOf(parents.get(pid))))
}

function parentOf(pid) {
  const stat = read(`/proc/${pid}/stat`)
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function programOf(pid) {
  return read(`/proc/${pid}/cmdline`)
}

function sizeOf(pid) {
  const status = read(`/proc/${pid}/status`)
  const most = /^VmHWM:\s+(\d+)/m.exec(status ?? '')
  const now = /^VmRSS:\s+(\d+)/m.exec(status ?? '')
  return most && now ? {most: Number(most[1]), now: Number(now[1])} : undefined
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It has ended meanwhile.
    return undefined
  }
}
