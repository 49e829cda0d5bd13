import {type Kind, kindsOf, severitiesIn} from '../lint/index.js'
import {displayWidth, padded} from '../reporters/index.js'
import {jsonText, printable, valueAt} from '../text/index.js'
import type {Origin, Workspace} from '../workspace/index.js'
import {define} from './support/define.js'
import {withSchema} from './support/kinds.js'
import {FORMAT} from './support/options.js'
import {paletteOf} from './support/palette.js'
import {severityRange} from './support/severity.js'
import {didYouMean, UsageError} from './support/usage.js'
import {homeOf, pathOf, shownFrom, workspaceOf} from './support/workspace.js'

/** Of schema/config-report.schema.json. */
const SCHEMA_VERSION = 1

export const command = define({
  usage: 'config [FILE] [RULE]',
  description:
    'Prints what holds in this workspace and where each value comes from: a line of the config or of a schema of your own, or the default. With a file, ' +
    'its workspace (the nearest config counts) and the kind that claims it; with a rule, how bad it is to break it there.',
  arity: [0, 2],
  arguments: [
    ['FILE', 'A document, there or not'],
    ['RULE', 'Id of a rule'],
  ],
  options: {format: FORMAT},
  more: ['Exit status: 0 printed, 2 the config, or a template or schema that it names, cannot be used.'],
  examples: [
    ['spec config', 'All settings'],
    ['spec config specs/2026-01-31-search.md', 'What this document is read as'],
    ['spec config specs/2026-01-31-search.md residue', 'How one rule is set for it'],
  ],
  run: async ([file, rule], values, context) => {
    const format = values.format ?? 'text'
    const asked = await workspaceOf(context)
    const {workspace, path} = file === undefined ? {workspace: asked, path: ''} : await homeOf(asked, file, context)
    // A kind that cannot be used is told here as well as by lint.
    const kinds = await withSchema(undefined, workspace, context, async () => {
      const read = await kindsOf(workspace)
      severitiesIn(workspace, undefined, read)
      return read
    })
    if (file !== undefined) await checkFile(file, kinds, workspace)
    const kind = file === undefined ? undefined : await workspace.kindOf(path)
    const told = file === undefined ? await settings(workspace) : ofFile(workspace, path, kind)
    await workspace.close()
    if (rule !== undefined)
      told.push(ruleSetting(workspace, valueAt(new Map(Object.entries(kinds)), kind ?? 'rfc'), rule))
    const where = whereFrom(workspace)
    if (format === 'json') {
      const list = told.map(each => ({key: each.key, value: each.value, ...where(each)}))
      context.print(jsonText({schemaVersion: SCHEMA_VERSION, root: workspace.root, settings: list}))
      return 0
    }
    const palette = paletteOf(context.colour)
    const words = told.map(each => ({
      key: each.key,
      value: printable(shownValue(each.value)),
      from: from(where(each)),
    }))
    const keyWidth = Math.max(...words.map(({key}) => displayWidth(key)))
    const valueWidth = Math.min(48, Math.max(...words.map(({value}) => displayWidth(value))))
    for (const {key, value, from: place} of words)
      context.print(`${palette.strong(padded(key, keyWidth))}  ${padded(value, valueWidth)}  ${palette.quiet(place)}\n`)
    return 0
  },
})

/** What stands in the place of a file and can be none. */
async function checkFile(typed: string, kinds: Awaited<ReturnType<typeof kindsOf>>, workspace: Workspace) {
  const reading = await workspace.read(pathOf(workspace, typed))
  if (reading.ok) {
    const [problem] = (await workspace.select([typed])).problems
    if (problem !== undefined) throw new UsageError(problem)
    return
  }
  if (reading.code === 'folder') throw new UsageError(`Unexpected folder "${typed}", expected a document, there or not`)
  if (typed.includes('\0')) throw new UsageError('Unexpected NUL in the path of a document')
  const ids = new Set(Object.values(kinds).flatMap(({law}) => law.rules.map(({id}) => id)))
  if (ids.has(typed))
    throw new UsageError(`Unexpected rule "${typed}" in the place of a file, expected: spec config FILE ${typed}`)
}

/** One thing that holds. Without an origin it is a default, or follows from others. */
interface Told {
  key: string
  value: string | readonly string[]
  origin?: Origin
  /** What says it, where that is no config. */
  source?: 'schema'
}

async function settings({settings, root, nested}: Workspace): Promise<Told[]> {
  const {specs, research, untracked, outside, ignore, kinds, rules, origins} = settings
  const below = await nested()
  const told = (key: string, value: Told['value']): Told => {
    const origin = origins.get(key)
    return {key, value, ...(origin && {origin})}
  }
  const marked = (mark: string, folders: readonly string[]): Told[] => {
    const origin = origins.get('research')
    return folders.length === 0 ? [] : [{key: `research/${mark}`, value: folders, ...(origin && {origin})}]
  }
  return [
    {key: 'root', value: root},
    told('specs', specs),
    told('research', research),
    ...marked('untracked', untracked),
    ...marked('outside', outside),
    told('ignore', ignore),
    ...(below.length === 0 ? [] : [{key: 'workspaces', value: below}]),
    ...kinds.flatMap(({name, files, ignore: left, templates, version, schema}) => [
      told(`kinds/${name}/files`, files),
      told(`kinds/${name}/ignore`, left),
      ...(templates === undefined ? [] : [told(`kinds/${name}/template`, oneOrAll(templates))]),
      ...(version === undefined ? [] : [told(`kinds/${name}/version`, String(version))]),
      ...(schema === undefined ? [] : [told(`kinds/${name}/schema`, schema)]),
    ]),
    ...Object.entries(rules).map(([id, severity]) => told(`rules/${id}`, severity)),
  ]
}

// A list of one is told as it is written most often.
function oneOrAll(values: readonly string[]): Told['value'] {
  const [only, ...others] = values
  return only !== undefined && others.length === 0 ? only : values
}

function ofFile(workspace: Workspace, path: string, kind: string | undefined): Told[] {
  const origin = kind === undefined ? undefined : workspace.settings.origins.get(`kinds/${kind}/files`)
  return [
    {key: 'root', value: workspace.root},
    {key: 'file', value: path},
    {key: 'kind', value: kind ?? 'none claims it', ...(origin && {origin})},
  ]
}

function ruleSetting({settings: {rules, origins}}: Workspace, {name, law}: Kind, id: string): Told {
  const rule = law.rules.find(each => each.id === id)
  if (rule === undefined) {
    const ids = law.rules.map(each => each.id)
    throw new UsageError(`Unknown rule "${id}" of the kind ${name}${didYouMean(id, ids)}`)
  }
  const own = Object.hasOwn(rules, id) ? rules[id] : undefined
  const origin = origins.get(`rules/${id}`)
  if (own !== undefined) return {key: `rules/${id}`, value: own, ...(origin && {origin})}
  const {severity, source} = rule
  return {key: `rules/${id}`, value: severityRange(severity), ...(source && {origin: source, source: 'schema'})}
}

type From = {source: 'default'} | {source: 'config' | 'schema'; path: string; line: number}

function whereFrom(workspace: Workspace): (told: Told) => From {
  const show = shownFrom(workspace)
  return ({origin, source}) =>
    origin === undefined
      ? {source: 'default'}
      : {source: source ?? 'config', path: show(origin.path), line: origin.range.start.line}
}

function from(place: From): string {
  return place.source === 'default' ? 'default' : `${place.path}:${place.line}`
}

function shownValue(value: Told['value']): string {
  if (typeof value === 'string') return value
  return value.length === 0 ? 'none' : value.join(', ')
}
