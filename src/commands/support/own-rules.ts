import {type Kind, kindsOf, type Rule} from '../../lint/index.js'
import {type Palette, wrap} from '../../reporters/index.js'
import {printable, valueAt} from '../../text/index.js'
import {openWorkspace, type Workspace} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {withSchema} from './kinds.js'
import {severityWords} from './severity.js'
import {shownFrom, workspaceOf} from './workspace.js'

/** A rule of a kind of one's own. */
interface OwnRule {
  rule: Rule & Required<Pick<Rule, 'source'>>
  kind: string
  workspace: Workspace
}

/** The rules of the workspace's own kinds, by id; the first kind that has one counts. */
export async function ownRules(context: Context): Promise<Map<string, OwnRule>> {
  const workspace = await workspaceOf(context)
  const kinds: Readonly<Record<string, Kind>> = await withSchema(undefined, workspace, context, () =>
    kindsOf(workspace),
  )
  const rules = new Map<string, OwnRule>()
  for (const {name, law} of Object.values(kinds))
    for (const {source, ...rule} of law.rules)
      if (source && !rules.has(rule.id)) rules.set(rule.id, {rule: {...rule, source}, kind: name, workspace})
  return rules
}

/** What a rule of one's own asks for and why, and where it was said. */
export function ownRuleText({rule, kind, workspace}: OwnRule, columns: number, palette: Palette): string {
  const {id, title, description, severity, source} = rule
  const prose = (words: string) => wrap(printable(words), columns).join('\n')
  const place = `${shownFrom(workspace)(source.path)}:${source.range.start.line}`
  const parts = [
    prose(`${id}: ${severityWords(severity)}`).replace(id, words => palette.strong(words)),
    prose(`${title.replace(/\.$/, '')}.`),
    ...(description === '' ? [] : [prose(description)]),
    prose(`A rule of the kind ${kind} (${place}).`),
  ]
  return `${parts.join('\n\n')}\n`
}

/** What the config makes of a rule, in one sentence; "" where it says nothing, or cannot be used: the rule is as it is. */
export async function configuredWords(id: string, {cwd, env, root}: Context): Promise<string> {
  const workspace = await openWorkspace({cwd, env, ...(root === undefined ? {} : {root})}).catch(() => undefined)
  const severity = workspace && Object.hasOwn(workspace.settings.rules, id) ? workspace.settings.rules[id] : undefined
  if (workspace === undefined || severity === undefined) return ''
  const {path, range} = valueAt(workspace.settings.origins, `rules/${id}`)
  return `In this workspace: ${severity} (${shownFrom(workspace)(path)}:${range.start.line}).`
}
