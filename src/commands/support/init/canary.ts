import {type Kind, kindsOf, lint} from '../../../lint/index.js'
import {ScaffoldError, scaffold} from '../../../scaffold/index.js'
import {rethrowUnless, valueAt} from '../../../text/index.js'
import type {KindFiles, Workspace} from '../../../workspace/index.js'
import {UsageError} from '../usage.js'
import {exampleOf} from './glob-example.js'

/** A document that lint refuses, and one that it accepts, both new and of the same kind. */
export interface Canary {
  /** Relative to the root. */
  path: string
  broken: string
  sound: string
  /** The rule that the broken one breaks. */
  rule: string
}

/** Makes a canary for a workspace: the empty form of one of its kinds, and the same with a citation of nothing. */
export async function canaryOf(workspace: Workspace): Promise<Canary> {
  const kinds = new Map(Object.entries(await kindsOf(workspace)))
  const reasons: string[] = []
  for (const files of workspace.settings.kinds) {
    const kind = valueAt(kinds, files.name)
    if (kind.template === undefined) continue
    const made = await canaryFor(files, kind, workspace)
    if (typeof made !== 'string') return made
    reasons.push(`${files.name}: ${made}`)
  }
  throw new UsageError(`No canary can be made (${reasons.join('; ')})`)
}

async function canaryFor(files: KindFiles, kind: Kind, workspace: Workspace): Promise<Canary | string> {
  const path = await freePath(files, workspace)
  if (path === undefined) return 'no path fits its files'
  const sound = await soundText(path, kind, workspace)
  if (typeof sound !== 'string') return sound.reason
  const errorIn = async (text: string): Promise<string | undefined> => {
    const {messages} = await lint(text, {path, kind, workspace, severities: workspace.settings.rules})
    return messages.find(({severity}) => severity === 'error')?.ruleId
  }
  const unexpected = await errorIn(sound)
  if (unexpected !== undefined) return `its empty form breaks the rule ${unexpected}`
  const candidates = [`${sound}\nSee [what is not there](./spec-init-check-nothing.md).\n`, '', '# \n']
  for (const broken of candidates) {
    const rule = await errorIn(broken)
    if (rule !== undefined) return {path, broken, sound, rule}
  }
  return 'not even an empty document breaks an error of its rules'
}

async function freePath({files, name}: KindFiles, workspace: Workspace): Promise<string | undefined> {
  for (const path of files.flatMap(exampleOf)) {
    if ((await workspace.kindOf(path)) !== name) continue
    const {entries} = await workspace.look([{path}])
    if (entries.get(path)?.type === 'missing') return path
  }
  return undefined
}

async function soundText(path: string, kind: Kind, workspace: Workspace): Promise<string | {reason: string}> {
  try {
    const {text} = await scaffold(
      {
        ...(kind.template && {template: kind.template}),
        title: 'Spec Init Check',
        noResearch: 'a canary of spec init --check',
        author: 'Ada Canary',
        owner: 'canary',
        out: path,
      },
      workspace,
    )
    return text
  } catch (error) {
    rethrowUnless(error, ScaffoldError)
    return {reason: error.message}
  }
}
