import {wordsOfFixes} from '../fixes/words.js'
import {
  homepage,
  type Kind,
  type Rule,
  rulePage,
  type Setting,
  type Severities,
  type Severity,
  severitiesIn,
} from '../lint/index.js'
import {displayWidth, fixOption, padded, wrap} from '../reporters/index.js'
import {jsonText, printable} from '../text/index.js'
import {define} from './support/define.js'
import {kindName, kindsOf, withSchema} from './support/kinds.js'
import {FORMAT, SCHEMA} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {severityRange} from './support/severity.js'
import {workspaceOf} from './support/workspace.js'
import type {Context} from './types.js'

const SCHEMA_VERSION = 1

export const command = define({
  usage: 'rules',
  description:
    'Lists the rules: what each asks for, how bad it is to break it in this workspace, and for which kind of document.',
  arity: [0, 0],
  arguments: [],
  options: {
    kind: {type: 'string', value: 'KIND', describe: 'Only the rules of this kind: rfc, research, or one of the config'},
    schema: SCHEMA,
    format: FORMAT,
  },
  examples: [
    ['spec rules', 'All rules'],
    ['spec rules --kind rfc --format json', 'Those of RFCs, for other tools'],
    ['spec explain dead-citation', 'One of them in full'],
  ],
  run: async (_args, values, context) => {
    const format = values.format ?? 'text'
    const workspace = await workspaceOf(context)
    const {kinds} = await kindsOf(workspace, values.schema, context)
    const only = await kindName(values.kind, workspace, context)
    const set =
      (await withSchema(undefined, workspace, context, async () => severitiesIn(workspace, undefined, kinds))) ?? {}
    const wanted = Object.values(kinds).filter(kind => only === undefined || kind.name === only)
    context.print(format === 'json' ? rulesJson(wanted, set, await homepage()) : rulesText(wanted, set, context))
    return 0
  },
})

/** The contract of schema/rules.schema.json. */
function rulesJson(kinds: readonly Kind[], set: Severities, home: string | undefined): string {
  const rules = kinds.flatMap(kind =>
    rulesOf(kind).map(({id, title, description, severity, documented, fixes: names}) => ({
      id,
      title,
      description,
      severity: severityIn(set, id) ?? severity,
      kind: kind.name,
      ...(severityIn(set, id) !== undefined && {own: severity}),
      ...(names && {fixes: wordsOfFixes(names)}),
      url: rulePage({id, documented}, home),
    })),
  )
  return jsonText({schemaVersion: SCHEMA_VERSION, rules})
}

function rulesText(kinds: readonly Kind[], set: Severities, {columns, colour}: Context): string {
  const palette = paletteOf(colour)
  const widest = (words: (rule: Rule) => string) =>
    Math.max(0, ...kinds.flatMap(kind => rulesOf(kind).map(rule => displayWidth(words(rule)))))
  const idWidth = widest(rule => printable(rule.id))
  const settingOf = ({id, severity}: Rule) => severityIn(set, id) ?? severity
  const severityWidth = widest(rule => severityRange(settingOf(rule)))
  const indent = ' '.repeat(2 + idWidth + 2 + severityWidth + 2)
  const line = (rule: Rule) => {
    const {id, title} = rule
    const severity = settingOf(rule)
    const range = severityRange(severity)
    const [first = '', ...rest] = wrap(indent + printable(title) + optionsText(rule), columns, indent)
    const name = padded(printable(id), idWidth)
    const painted = palette[paintOf(severity)](padded(range, severityWidth))
    return [`  ${palette.strong(name)}  ${painted}  ${first.slice(indent.length)}`, ...rest].join('\n')
  }
  const parts = kinds.map(kind => `${palette.quiet(kind.name)}\n${rulesOf(kind).map(line).join('\n')}`)
  return `${parts.join('\n\n')}\n\n"spec explain RULE" tells more of one.\n`
}

/** The options that may mend what breaks a rule. */
function optionsText({fixes: names = []}: Rule): string {
  const options = new Set(wordsOfFixes(names).map(fixOption))
  return options.size === 0 ? '' : ` (${[...options].join(', ')})`
}

/** What the config makes of a rule. */
function severityIn(set: Severities, id: string): Setting | undefined {
  return Object.hasOwn(set, id) ? set[id] : undefined
}

function paintOf(severity: Rule['severity']): Severity | 'quiet' {
  return severity === 'off' ? 'quiet' : typeof severity === 'string' ? severity : 'warning'
}

function rulesOf(kind: Kind): Rule[] {
  return kind.law.rules.filter(rule => !rule.off)
}
