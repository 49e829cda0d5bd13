// Loaded before a program: counts the awaited steps on the file system, and lets one of them fail, kill the process, or come after
// another's write. FAULT="kill:7", "ENOSPC:7", "append:7"; FAULT_FILE is the file that is written. FAULT_OF names the functions that
// count; by default all do, of what is beside FAULT_FILE: the loader of modules reads by the same ones.
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {dirname} from 'node:path'

const [kind, number] = (process.env.FAULT ?? 'none:0').split(':')
const counted = process.env.FAULT_OF?.split(',')
const folder = dirname(process.env.FAULT_FILE ?? '')
let steps = 0

const isCounted = (name, path) => (counted ? counted.includes(name) : String(path).startsWith(folder))

function step() {
  steps++
  if (steps !== Number(number)) return
  // The parent asks whether there was such a step at all.
  fs.writeFileSync(`${process.env.FAULT_FILE}.reached`, '')
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL')
  else if (kind === 'append') fs.appendFileSync(process.env.FAULT_FILE, 'theirs')
  else throw Object.assign(new Error(kind), {code: kind})
}

// `opened`: the path of the open file whose methods these are, which are given none.
const wrapped = (target, name, opened) => {
  const original = target[name]
  target[name] = async (...args) => {
    const path = opened ?? args[0]
    if (isCounted(name, path)) step()
    const result = await original.apply(target, args)
    if (name === 'open') for (const method of ['writeFile', 'sync', 'close']) wrapped(result, method, path)
    return result
  }
}
const whole = ['realpath', 'lstat', 'readdir', 'open', 'chmod', 'readFile', 'rename', 'unlink']
for (const name of new Set([...whole, ...(counted ?? []).filter(name => name in fs.promises)]))
  wrapped(fs.promises, name)
syncBuiltinESMExports()
