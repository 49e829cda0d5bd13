import {existsSync, mkdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join, normalize, sep} from 'node:path'
import {lint, lintFiles, openWorkspace, scaffold} from '../../../dist/index.js'
import {named, outcomeOf} from '../oracles/index.mjs'
import {command} from './command.mjs'
import {messageFaults} from './document.mjs'
import {DATE, environment, FILES, newFolder, put} from './world.mjs'

const SECRET = 'what stands outside of the workspace'
let place

/** Names of files, those made that the system allows: read, asked for, selected, cited by `document`, named behind a command's `verb`. */
export async function paths({names, document, verb}) {
  const {outer, root} = freshPlace()
  for (const name of names) make(root, name)
  const opened = await outcomeOf('openWorkspace', () =>
    openWorkspace({root, cwd: root, date: DATE, env: environment()}),
  )
  const faults = [...opened.faults]
  if (opened.value) {
    for (const name of names) faults.push(...(await asked(opened.value, name)))
    faults.push(...(await cited(opened.value, document)))
    await opened.value.close()
  }
  // A name may stand for a folder that another one needs.
  const isMade = name => isInside(root, name) && isFile(join(root, name))
  const files = Object.fromEntries(names.filter(isMade).map(name => [name, document]))
  faults.push(...(await command({argv: [verb, '--', ...(verb === 'lint' ? names : names.slice(0, 1))], files})))
  if (!existsSync(join(outer, 'outside.md'))) faults.push(...named('wrote-outside', ['the file above is gone']))
  return faults
}

// Some names no system can have, and below a file there is nothing: that is no file either.
const isFile = path => existsSync(path) && statSync(path).isFile()

async function cited(workspace, document) {
  const linted = await outcomeOf('lint', () => lint(document, {path: 'specs/2026-01-10-fuzz.md', workspace}))
  return [...linted.faults, ...(linted.value ? messageFaults(linted.value, document) : [])]
}

async function asked(workspace, name) {
  const calls = {
    read: () => workspace.read(name),
    look: () => workspace.look([{path: name}]),
    kindOf: () => workspace.kindOf(name),
    homeOf: async () => (await workspace.homeOf(name)).path,
    ownersOf: () => workspace.ownersOf(name),
    select: () => workspace.select([name]),
    lintFiles: () => lintFiles([name], {workspace}),
    scaffold: () => scaffold({title: name, out: name, author: 'Ada', owner: 'x'}, workspace),
  }
  const faults = []
  for (const [what, call] of Object.entries(calls)) {
    const outcome = await outcomeOf(what, call)
    faults.push(...outcome.faults)
    const isLeak = what === 'read' && outcome.value?.ok && outcome.value.text === SECRET
    if (isLeak && !/^(?:[/\\]|[A-Za-z]:)/.test(name)) faults.push(...named('read-outside', [JSON.stringify(name)]))
  }
  return faults
}

function freshPlace() {
  place ??= newFolder()
  const {outer, root} = place
  rmSync(root, {recursive: true, force: true})
  put(root, FILES)
  for (const folder of [outer, join(outer, 'one'), join(outer, 'one', 'two')])
    put(folder, {'outside.md': SECRET, 'a b.md': SECRET, 'README.md': SECRET})
  return place
}

const isInside = (root, name) => !name.includes('\0') && join(root, normalize(name)).startsWith(root + sep)

// Names that this system does not allow are only asked for.
function make(root, name) {
  if (!isInside(root, name)) return
  try {
    mkdirSync(dirname(join(root, name)), {recursive: true})
    writeFileSync(join(root, name), '# A\n', {flag: 'wx'})
  } catch {
    // Too long, a folder, or there already.
  }
}
