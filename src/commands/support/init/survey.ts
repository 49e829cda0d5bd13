import {findRoot, type Workspace} from '../../../workspace/index.js'
import type {Context} from '../../types.js'
import {UsageError} from '../usage.js'
import {workspaceOf} from '../workspace.js'
import {ciSetups} from './ci.js'
import {hookSetups} from './hooks.js'
import type {Found, Lock, Survey} from './types.js'

const SPECS = ['specs', 'docs/specs', 'doc/specs', 'docs/rfcs', 'docs/rfc', 'doc/rfcs', 'rfcs', 'rfc']
// They may hold specs, or anything else: looked at only where none of the above is there.
const PERHAPS = ['docs/design', 'docs/designs', 'docs/proposals', 'design', 'designs', 'proposals']
const RESEARCH = ['research', 'docs/research', 'doc/research', 'notes/research']
const DECISIONS = [
  ...['docs/adr', 'docs/adrs', 'docs/decisions', 'docs/architecture/decisions', 'doc/adr', 'doc/adrs'],
  ...['doc/architecture/decisions', 'adr', 'adrs', 'decisions'],
]
const CONFIGS = ['spec.config.yaml', 'spec.config.yml', 'spec.config.json']
const LOCKS: Readonly<Record<string, Lock>> = {
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
}

/** Looks at what is there already. Writes nothing. */
export async function surveyOf(workspace: Workspace, context: Context): Promise<Survey> {
  const {top} = await workspace.git()
  // Hooks and CI jobs belong to the repository, the config to the workspace.
  const above = top === undefined ? workspace : await workspaceOf({...context, root: top})
  const prefix = prefixOf(workspace.root, above.root)
  const files = await filesIn(above)
  const strong = await foundIn(workspace, SPECS)
  const config = (await there(workspace, CONFIGS))[0]
  const lock = Object.entries(LOCKS).find(([name]) => files.has(name))?.[1]
  return {
    root: workspace.root,
    ...(top !== undefined && {top: above.root}),
    prefix,
    ...(config !== undefined && {config}),
    specs: strong.length > 0 ? strong : await foundIn(workspace, PERHAPS),
    research: await foundIn(workspace, RESEARCH),
    decisions: await foundIn(workspace, DECISIONS),
    files,
    ...(lock !== undefined && {lock}),
    depends: dependsOn(files.get('package.json'), context.tool.name),
  }
}

function prefixOf(root: string, top: string): string {
  const slashed = (path: string): string => path.replaceAll('\\', '/')
  if (root === top) return ''
  if (findRoot(root, top) === top && slashed(root).startsWith(`${slashed(top)}/`))
    return slashed(root).slice(top.length + 1)
  throw new UsageError(`The workspace "${root}" does not lie in its repository "${top}"`)
}

async function there({look}: Workspace, paths: readonly string[], type?: 'folder'): Promise<string[]> {
  const {entries} = await look(paths.map(path => ({path})))
  return paths.filter(path => (type ? entries.get(path)?.type === type : entries.get(path)?.type === 'file'))
}

/** Those of the folders that hold documents. */
async function foundIn(workspace: Workspace, folders: readonly string[]): Promise<Found[]> {
  const found: Found[] = []
  for (const path of await there(workspace, folders, 'folder')) {
    const {files} = await workspace.select([`${workspace.root}/${path}`], {research: true})
    if (files.length > 0) found.push({path, documents: files.length})
  }
  return found
}

async function filesIn(above: Workspace): Promise<Map<string, string>> {
  const names = new Set([
    ...Object.values(hookSetups).flatMap(({files}) => files),
    ...Object.values(ciSetups).flatMap(({file, signs}) => [file, ...signs]),
    ...Object.keys(LOCKS),
    'package.json',
  ])
  const {entries} = await above.look([...names].map(path => ({path})))
  const files = new Map<string, string>()
  for (const path of names) {
    const type = entries.get(path)?.type
    if (type === undefined || type === 'missing') continue
    // A lock file may be large, and only its name matters.
    const reading = type === 'file' && LOCKS[path] === undefined ? await above.read(path) : undefined
    files.set(path, reading?.ok ? reading.text : '')
  }
  return files
}

function dependsOn(manifest: string | undefined, name: string): boolean {
  try {
    const {dependencies, devDependencies} = JSON.parse(manifest ?? '{}')
    return Object.hasOwn({...dependencies, ...devDependencies}, name)
  } catch {
    return false
  }
}
