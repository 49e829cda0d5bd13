// The main job, end to end, in a copy of examples/reading-room: scaffold a spec out of research, lint it, lint a finished
// one, and lint one with defects; then the same in a copy of a kind of one's own. Nothing here is changed; the copies are removed
// at the end (kept with --keep).
import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const bin = fileURLToPath(new URL('../bin/spec.js', import.meta.url))
const room = copyOf('reading-room')
const decisions = copyOf('kinds/adr')

let wrong = 0
let copy = room

/** A copy of an example in a repository of its own. */
function copyOf(name) {
  const copy = mkdtempSync(join(tmpdir(), `${basename(name)}-`))
  cpSync(fileURLToPath(new URL(name, import.meta.url)), copy, {recursive: true})
  const git = (...args) => execFileSync('git', args, {cwd: copy, stdio: 'pipe'})
  git('init', '--quiet')
  git('config', 'user.name', 'Ada Example')
  git('config', 'user.email', 'ada@example.org')
  git('config', 'commit.gpgsign', 'false')
  git('add', '.')
  git('commit', '--quiet', '--message', 'The example')
  return copy
}

/** Shows a command and what it prints, and holds its exit status against the one that the story expects. */
function spec(says, expected, ...args) {
  console.log(`\n# ${says}\n$ spec ${args.map(arg => (/^[\w./=-]+$/.test(arg) ? arg : `"${arg}"`)).join(' ')}\n`)
  const color = process.stdout.isTTY ? ['--color'] : []
  const {status} = spawnSync(process.execPath, [bin, ...args, ...color], {cwd: copy, stdio: ['ignore', 'inherit', 'inherit']})
  if (status === expected) return
  wrong++
  console.error(`\nexpected exit status ${expected}, found ${status}`)
}

spec('Which research is there?', 0, 'research', 'seat booking')
spec('Build the skeleton of a spec out of it', 0, 'scaffold', 'Seat Booking Service', '--date', '2026-03-16')
spec('Lint it: what is still to be filled in', 0, 'lint', 'specs/2026-03-16-seat-booking-service.md')
spec('Lint a finished one', 0, 'lint', 'specs/2026-03-12-booking-reminders.md')
spec('Lint one with defects', 1, 'lint', 'specs/2026-02-02-shared-calendar.md')
spec('Why is that asked?', 0, 'explain', 'dead-citation')

copy = decisions
spec("A kind of one's own: decision records, a template and a schema", 0, 'lint')
spec('Start one', 0, 'scaffold', 'Number the piers', '--kind', 'adr', '--no-research', 'none', '--date', '2026-03-16')
spec('Lint it: what is still to be filled in', 0, 'lint', 'decisions/2026-03-16-number-the-piers.md')

if (process.argv.includes('--keep')) console.log(`\nThe copies are kept in ${room} and ${decisions}`)
else for (const folder of [room, decisions]) rmSync(folder, {recursive: true, force: true})
process.exitCode = wrong === 0 ? 0 : 1
