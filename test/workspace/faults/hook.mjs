// Loaded before a program: counts the awaited steps on the file system, and lets one of them fail, kill the process, or come after
// another's write. FAULT="kill:7", "ENOSPC:7", "append:7"; FAULT_FILE is the file that is written.
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

const [kind, number] = (process.env.FAULT ?? 'none:0').split(':')
let steps = 0

function step() {
  steps++
  if (steps !== Number(number)) return
  // The parent asks whether there was such a step at all.
  fs.writeFileSync(`${process.env.FAULT_FILE}.reached`, '')
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL')
  else if (kind === 'append') fs.appendFileSync(process.env.FAULT_FILE, 'theirs')
  else throw Object.assign(new Error(kind), {code: kind})
}

const wrapped = (target, name) => {
  const original = target[name]
  target[name] = async (...args) => {
    step()
    const result = await original.apply(target, args)
    if (name === 'open') for (const method of ['writeFile', 'sync', 'close']) wrapped(result, method)
    return result
  }
}
for (const name of ['realpath', 'lstat', 'readdir', 'open', 'chmod', 'readFile', 'rename', 'unlink'])
  wrapped(fs.promises, name)
syncBuiltinESMExports()
