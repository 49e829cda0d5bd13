// Runs commands by turns, so that what else the machine does meets all of them.
import {environment} from './environment.mjs'
import {inspect} from './inspect.mjs'
import {peakMemory} from './memory.mjs'
import {timed} from './timed.mjs'

const KILLED = -1

/**
 * @typedef {object} Command
 * @property {string} id
 * @property {'repository' | 'folder'} where which form of the input it runs in
 * @property {string} shown as a user would type it
 * @property {string} [state] what is so when it runs, in words
 * @property {string[]} argv
 * @property {string} cache the name of its cache folder
 * @property {boolean} [warm] whether what it keeps from run to run is there when it is looked at
 * @property {string[]} [asked] more arguments for the run that is looked at and not timed
 * @property {(round: number) => void} [before] makes ready for a run; round 0 is not timed
 * @property {(output: string) => number | undefined} [filesOf] how many files it says it has linted
 * @property {number} [expected] how many these are
 * @property {number} [bytes] of what it lints, where it grows
 */

/**
 * @param {Command[]} commands
 * @param {{roots: Record<string, string>, runs: number, memoryRuns: number, scratch: string, say: (line: string) => void}} how
 * @returns {Promise<object[]>} a row for each command, with each run's CPU and wall in milliseconds; a `note` in it says why they do not
 * count
 */
export async function measure(commands, {roots, runs, memoryRuns, scratch, say}) {
  const places = commands.map(({where, cache}) => ({cwd: roots[where], env: environment(scratch, cache)}))
  const rows = []
  for (const [index, command] of commands.entries()) {
    say(`looks at ${[command.shown, command.state, command.where].filter(Boolean).join(', ')}`)
    rows.push(await described(command, places[index], {memoryRuns, scratch, say}))
  }
  for (let round = 1; round <= runs; round++) {
    say(`round ${round} of ${runs}`)
    for (let turn = 0; turn < commands.length; turn++) {
      // Each round begins with another one.
      const index = (turn + round) % commands.length
      if (rows[index].status === KILLED) continue
      commands[index].before?.(round)
      const {cpu, wall, status} = await timed(commands[index].argv, places[index])
      rows[index].cpus.push(cpu)
      rows[index].walls.push(wall)
      if (status !== rows[index].status) rows[index].note = `exit status ${status} in round ${round}`
    }
  }
  return rows
}

async function described(command, place, {memoryRuns, scratch, say}) {
  command.before?.(0)
  // Warms what is kept from run to run, by the very command that is timed.
  const {status} = await timed(command.argv, place)
  const about = {
    id: command.id,
    where: command.where,
    shown: command.shown,
    ...(command.state && {state: command.state}),
    ...(command.bytes && {bytes: command.bytes}),
    status,
    cpus: [],
    walls: [],
  }
  if (status === KILLED) return {...about, note: 'killed at its deadline, and not run again'}
  const peaks = []
  for (let run = 0; run < memoryRuns; run++) {
    command.before?.(-1 - run)
    peaks.push(await peakMemory(command.argv, place))
  }
  command.before?.(-1 - memoryRuns)
  const look = () => inspect([...command.argv, ...(command.asked ?? [])], place, scratch)
  // What was kept so far was kept with another git in PATH, and without what is asked more: this one would be as cold as the first.
  if (command.warm) look()
  const {output, git} = look()
  return {
    ...about,
    ...filesTold(command, output, say),
    git,
    memory: most(peaks.map(peak => peak?.process)),
    tree: most(peaks.map(peak => peak?.tree)),
  }
}

// What ends with a stack of calls has an exit status like one that has found something: its output tells them apart.
function filesTold({filesOf, expected}, output, say) {
  if (filesOf === undefined) return {}
  try {
    const files = filesOf(output)
    if (files === expected) return {files}
    if (files >= 0) return {files, note: `linted other files: ${files} of ${expected}`}
  } catch {
    // Told below, too.
  }
  say(`says nothing of files, but: ${output.trim().slice(0, 500)}`)
  return {note: 'does not say how many files it has linted'}
}

function most(values) {
  const known = values.filter(value => value !== undefined)
  return known.length > 0 ? Math.round(Math.max(...known) * 10) / 10 : null
}
