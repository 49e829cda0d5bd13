// Loaded before a program: counts the awaited steps on the file system, and lets one of them fail, kill the process, or come after
// another's write. FAULT="kill:7", "ENOSPC:7", "append:7"; FAULT_FILE is the file that is written. FAULT_OF names the functions that
// count, by default all of a write; by default only what is beside FAULT_FILE counts, for the loader of modules reads by the same functions.
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {dirname} from 'node:path'

const [kind, number] = (process.env.FAULT ?? 'none:0').split(':')
const counted = process.env.FAULT_OF?.split(',')
const folder = dirname(process.env.FAULT_FILE ?? '')
let steps = 0

/** Whether a function is called for the write; what an open file is asked, is asked by no path. */
const counts = ([path]) => counted !== undefined || String(path).startsWith(folder)

function step(name) {
  if (counted && !counted.includes(name)) return
  steps++
  if (steps !== Number(number)) return
  // The parent asks whether there was such a step at all.
  fs.writeFileSync(`${process.env.FAULT_FILE}.reached`, '')
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL')
  else if (kind === 'append') fs.appendFileSync(process.env.FAULT_FILE, 'theirs')
  else throw Object.assign(new Error(kind), {code: kind})
}

const wrapped = (target, name, isOfWrite = counts) => {
  const original = target[name]
  target[name] = async (...args) => {
    if (!isOfWrite(args)) return original.apply(target, args)
    step(name)
    const result = await original.apply(target, args)
    if (name === 'open') for (const method of ['writeFile', 'sync', 'close']) wrapped(result, method, () => true)
    return result
  }
}
const whole = ['realpath', 'lstat', 'readdir', 'open', 'chmod', 'readFile', 'rename', 'unlink']
for (const name of new Set([...whole, ...(counted ?? []).filter(name => name in fs.promises)]))
  wrapped(fs.promises, name)
syncBuiltinESMExports()
