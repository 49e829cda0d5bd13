import {valueAt} from '../../../text/index.js'
import type {Workspace} from '../../../workspace/index.js'
import type {Context} from '../../types.js'
import {oneOf, UsageError} from '../usage.js'
import {pathOf} from '../workspace.js'
import {CIS, type Ci, ciSetups} from './ci.js'
import {DEFAULTS} from './config-text.js'
import {HOOKS, type Hook, hookSetups} from './hooks.js'
import {askFor} from './questions.js'
import type {Choices, Found, Survey} from './types.js'

/** What the flags say of a set-up. */
export interface Flags {
  readonly specs: readonly string[]
  readonly research: readonly string[]
  readonly hook: string | undefined
  readonly ci: string | undefined
}

/** What is to be set up: by the flags, by answers, by what is there; and which of its folders are not there. */
export async function choicesOf(
  flags: Flags,
  survey: Survey,
  workspace: Workspace,
  context: Pick<Context, 'ask' | 'note'>,
): Promise<{choices: Choices; absent: string[]}> {
  const folder = (typed: string): string => folderOf(workspace, typed)
  const configured = survey.config !== undefined
  const told = [...flags.specs, ...flags.research][0]
  if (configured && told !== undefined)
    throw new UsageError(`Unexpected folder "${told}", expected it in "${survey.config}", which is there already`)
  const proposed: Choices = {
    specs: flags.specs.length > 0 ? flags.specs.map(folder) : proposedFolders(survey.specs, DEFAULTS.specs),
    research:
      flags.research.length > 0 ? flags.research.map(folder) : proposedFolders(survey.research, DEFAULTS.research),
    hook: hookOf(flags.hook, survey),
    ci: ciOf(flags.ci, survey),
  }
  const given = new Set<keyof Choices>([
    ...(configured || flags.specs.length > 0 ? (['specs'] as const) : []),
    ...(configured || flags.research.length > 0 ? (['research'] as const) : []),
    // Without a repository there is nothing to choose.
    ...(flags.hook !== undefined || survey.top === undefined ? (['hook'] as const) : []),
    ...(flags.ci !== undefined || survey.top === undefined ? (['ci'] as const) : []),
  ])
  const choices = await askFor(proposed, given, context, folder)
  return {choices, absent: await absentOf([...choices.specs, ...choices.research], workspace)}
}

function proposedFolders(found: readonly Found[], fallback: string): string[] {
  return found.length > 0 ? found.map(({path}) => path) : [fallback]
}

function folderOf(workspace: Workspace, typed: string): string {
  const path = pathOf({root: workspace.root, cwd: workspace.cwd}, typed)
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
    throw new UsageError(`Unexpected folder "${typed}" that leaves the workspace, expected one below its root`)
  return path === '' ? '.' : path
}

function hookOf(flag: string | undefined, {top, files}: Survey): Hook {
  const hook = flag === undefined ? undefined : oneOf('hook', flag, HOOKS)
  if (top === undefined) {
    if (hook !== undefined && hook !== 'none')
      throw new UsageError(`Unexpected --hook ${hook}: there is no git repository here`)
    return 'none'
  }
  // prek reads pre-commit's files too: only what is its own tells that it is the one.
  const inUse = (['pre-commit', 'husky', 'lefthook'] as const).find(name =>
    hookSetups[name].files.some(file => files.has(file)),
  )
  return hook ?? inUse ?? (files.has('prek.toml') ? 'prek' : 'git')
}

function ciOf(flag: string | undefined, {top, files}: Survey): Ci {
  if (flag !== undefined) return oneOf('CI', flag, CIS)
  if (top === undefined) return 'none'
  return (
    (['gitlab', 'github'] as const).find(name =>
      [ciSetups[name].file, ...ciSetups[name].signs].some(file => files.has(file)),
    ) ?? 'none'
  )
}

async function absentOf(folders: readonly string[], {look}: Workspace): Promise<string[]> {
  const {entries} = await look(folders.map(path => ({path: path === '.' ? '' : path})))
  const types = new Map(folders.map(path => [path, valueAt(entries, path === '.' ? '' : path).type]))
  const other = folders.find(path => !['folder', 'missing'].includes(valueAt(types, path)))
  if (other !== undefined) throw new UsageError(`Unexpected "${other}", expected a folder`)
  return folders.filter(path => types.get(path) !== 'folder')
}
