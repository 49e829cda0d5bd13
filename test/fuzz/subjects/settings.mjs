import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {lintFiles, openWorkspace} from '../../../dist/index.js'
import {misplaced, named, outcomeOf} from '../oracles/index.mjs'
import {command} from './command.mjs'
import {messageFaults} from './document.mjs'
import {DATE, environment, FILES, newFolder, put} from './world.mjs'

let place

/** Files of a workspace, its config, templates and schemas among them: opened, linted, and shown by the command. */
export async function settings({files}) {
  place ??= newFolder()
  const {root} = place
  rmSync(root, {recursive: true, force: true})
  put(root, {...FILES, ...files})
  const opened = await openedIn(root)
  const faults = [...opened.faults, ...problemFaults(opened.problems, files)]
  if (opened.value) {
    const report = await outcomeOf('lintFiles', () => lintFiles([], {workspace: opened.value}))
    faults.push(...report.faults)
    for (const file of report.value?.files ?? []) {
      const text = files[file.path] ?? FILES[file.path]
      if (text !== undefined) faults.push(...messageFaults(file, text))
    }
    await opened.value.close()
  }
  for (const argv of [['config'], ['lint'], ['config', Object.keys(files).at(-1)]])
    faults.push(...(await command({argv, files})))
  return faults
}

async function openedIn(root) {
  let problems = []
  const outcome = await outcomeOf('openWorkspace', async () => {
    try {
      return await openWorkspace({root, cwd: root, date: DATE, env: environment()})
    } catch (error) {
      problems = error?.problems ?? []
      throw error
    }
  })
  return {...outcome, problems: problems.map(problem => ({...problem, path: place && relativeTo(root, problem.path)}))}
}

const relativeTo = (root, path) => (path.startsWith(root) ? path.slice(join(root, '/').length) : path)

function problemFaults(problems, files) {
  return problems.flatMap(({path, range}) =>
    files[path] === undefined ? [] : named('position-in-a-config', misplaced({range}, files[path])),
  )
}
