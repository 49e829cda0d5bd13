import type {Kind} from '../../lint/index.js'
import {slug} from '../../text/slug.js'
import type {Workspace, WorkspaceOptions} from '../../workspace/index.js'
import {type Answer, behind, type Candidate, type Found} from './answer.js'

type Asked = Extract<Answer, {typed: string}>

/** Finds in the workspace what was asked for: the kinds that there are, their rules, statuses or versions. Loads the linter. */
export async function ask({type, typed, before}: Asked, options: WorkspaceOptions): Promise<Found> {
  const kinds = await kindsIn(options)
  if (type === 'kinds')
    return {
      type: 'words',
      words: behind(
        before,
        Object.keys(kinds).map(text => ({text})),
      ),
    }
  if (type === 'statuses') return {type: 'words', words: behind(before, statusesOf(kinds))}
  if (type === 'versions') return {type: 'words', words: behind(before, versionsIn(kinds))}
  if (type === 'rules') return {type: 'words', words: behind(before, rulesOf(kinds))}
  const colon = typed.indexOf(':')
  // First the rule, then what it is set to.
  if (colon < 0) {
    const words = rulesOf(kinds).map(({text, describe}) => ({text: `${text}:`, ...(describe && {describe})}))
    return {type: 'words', words: behind(before, words), open: true}
  }
  const {SETTINGS} = await import('../../commands/index.js')
  const words = SETTINGS.map(text => ({text}))
  return {type: 'words', words: behind(before + typed.slice(0, colon + 1), words)}
}

// Where the config cannot be used there are still the kinds that come with us.
async function kindsIn(options: WorkspaceOptions): Promise<Readonly<Record<string, Kind>>> {
  const [{kindsOf}, {openWorkspace}] = await Promise.all([
    import('../../lint/index.js'),
    import('../../workspace/index.js'),
  ])
  let workspace: Workspace | undefined
  try {
    workspace = await openWorkspace({cache: true, ...options})
    return await kindsOf(workspace)
  } catch {
    return kindsOf(undefined)
  } finally {
    await workspace?.close()
  }
}

function rulesOf(kinds: Readonly<Record<string, Kind>>): Candidate[] {
  const rules = new Map<string, string>()
  for (const {law} of Object.values(kinds)) for (const {id, title, off} of law.rules) if (!off) rules.set(id, title)
  return [...rules].map(([text, describe]) => ({text, describe}))
}

// With hyphens, which no shell must quote. Of which kind the document is, is not looked up.
function statusesOf(kinds: Readonly<Record<string, Kind>>): Candidate[] {
  const statuses = Object.values(kinds).flatMap(({template}) => template?.statuses ?? [])
  return [...new Map(statuses.map(({name, short}) => [slug(short), {text: slug(short), describe: name}])).values()]
}

// Where a kind has one version, there is no choice.
function versionsIn(kinds: Readonly<Record<string, Kind>>): Candidate[] {
  const names = new Map<number, string[]>()
  for (const {name, versions = []} of Object.values(kinds))
    for (const {version} of versions.length > 1 ? versions : [])
      names.set(version, [...(names.get(version) ?? []), name])
  const sorted = [...names].sort(([one], [other]) => one - other)
  return sorted.map(([version, of]) => ({text: String(version), describe: `of ${of.join(', ')}`}))
}
