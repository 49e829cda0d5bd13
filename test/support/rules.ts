import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type FileReport, lint, type Message, type Severities} from '../../src/lint/index.js'
import {openWorkspace, type Workspace} from '../../src/workspace/index.js'
import {bareEnvironment, commit, folder, repository} from './folders.js'
import {shared} from './shared.js'

const PATHS: Readonly<Record<string, string>> = {research: 'research/2026-01-15-fixture.md', index: 'specs/README.md'}
const rules = fileURLToPath(new URL('../rules/', import.meta.url))

/** Ids of the rules that have a fixture folder. */
export const fixtureFolders: readonly string[] = readdirSync(rules).sort()

/** Names of the documents of a rule: `ok.md`, `ok-2.md`, …, in which it must be silent, and `not-ok.md`, …. */
export function documentsOf(rule: string): {ok: string[]; notOk: string[]} {
  const names = readdirSync(join(rules, rule)).filter(name => name.endsWith('.md'))
  const inOrder = names.sort((a, b) => numberOf(a) - numberOf(b) || (a < b ? -1 : 1))
  return {
    ok: inOrder.filter(name => /^ok(-\d+)?\.md$/.test(name)),
    notOk: inOrder.filter(name => /^not-ok(-\d+)?\.md$/.test(name)),
  }
}

/** What `fixture.json` of a rule says. */
export interface Options {
  /** Rules that must be silent on every document of the folder: what this rule explains, or must not be mistaken for. */
  silent?: string[]
  /** Severities in place of the rules' own: for a rule that is off unless asked for. */
  severities?: Severities
  /** The documents that the rule's page shows; `not-ok.md` and `ok.md` unless told. */
  example?: {fails?: string; passes?: string}
}

export function optionsOf(rule: string): Options {
  const file = join(rules, rule, 'fixture.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Options) : {}
}

/** What lint says of a document of a rule. */
export async function reportOn(rule: string, name: string, kind: string): Promise<FileReport> {
  const {severities} = optionsOf(rule)
  return withFixture(rule, name, kind, ({text, path, workspace}) =>
    lint(text, {path, kind, workspace, ...(severities && {severities})}),
  )
}

/** A document of a rule, and the workspace that it belongs to. */
export interface Fixture {
  text: string
  path: string
  workspace: Workspace
}

/**
 * Opens a document of a rule. It is read as a spec (a research document for the rules on those) of the workspace in
 * the folder `workspace`, or `NAME.workspace` where the document NAME.md has one of its own; with `history`, or `NAME.history`, of a
 * repository that is made of it.
 */
export async function withFixture<T>(
  rule: string,
  name: string,
  kind: string,
  use: (fixture: Fixture) => Promise<T>,
): Promise<T> {
  const place = join(rules, rule)
  const own = name.replace(/\.md$/, '')
  const path = PATHS[kind] ?? 'specs/2026-01-15-fixture.md'
  const text = readFileSync(join(place, name), 'utf8')
  const history = [join(place, `${own}.history`), join(place, 'history')].find(existsSync)
  const copied = [join(place, `${own}.workspace`), join(place, 'workspace')].find(existsSync) ?? place
  const root = shared(history === undefined ? {copied} : {history, path, text}, () =>
    history === undefined ? copyOf(copied) : repositoryOf(history, path, text),
  )
  const workspace = await openWorkspace({
    root,
    date: '2026-01-15',
    overlay: new Map([[path, text]]),
    env: {...process.env, ...bareEnvironment()},
  })
  try {
    return await use({text, path, workspace})
  } finally {
    await workspace.close()
  }
}

// Where no git is: what this project's own says of the files is no part of a fixture.
function copyOf(workspace: string): string {
  const root = folder()
  cpSync(workspace, root, {recursive: true})
  return root
}

/**
 * A repository made of the folders `1`, `2`, … in `history`, a commit each: what they hold is put over what was there before, and
 * files that a `.gone` names are removed. The document is committed right after the first: what follows came later.
 */
function repositoryOf(history: string, path: string, text: string): string {
  const root = repository()
  for (const [index, step] of readdirSync(history).sort().entries()) {
    cpSync(join(history, step), root, {recursive: true})
    const gone = join(root, '.gone')
    if (existsSync(gone)) for (const file of readFileSync(gone, 'utf8').trim().split('\n')) rmSync(join(root, file))
    rmSync(gone, {force: true})
    commit(root, `step ${step}`)
    if (index > 0) continue
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
    commit(root, 'the document')
  }
  return root
}

/** A message as `expected.json` tells it. */
export interface Told {
  /** "3:1-3:20", the end being the place behind it */
  range: string
  severity: string
  reason: string
  expected?: string[]
  actual?: string
  help?: string
  suggestions?: string[]
  /** "12:1 why" */
  related?: string[]
  /** "title: 3:1-3:20 becomes text" */
  fix?: string
}

export function tell({range, severity, reason, expected, actual, help, suggestions, related, fix}: Message): Told {
  const edits = fix?.edits.map(edit => `${shown(edit.range)} becomes ${shortened(edit.text)}`)
  return {
    range: shown(range),
    severity,
    reason,
    ...(expected && {expected}),
    ...(actual !== undefined && {actual}),
    ...(help !== undefined && {help}),
    ...(suggestions && {suggestions}),
    ...(related && {related: related.map(({range: {start}, reason}) => `${start.line}:${start.column} ${reason}`)}),
    ...(fix && {fix: `${fix.title}: ${edits?.join(', ')}`}),
  }
}

/** The messages that must be there, by document. */
export function expectedOf(rule: string): {[name: string]: Told[]} {
  const file = join(rules, rule, 'expected.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as {[name: string]: Told[]}) : {}
}

export function writeExpected(rule: string, told: {[name: string]: Told[]}): void {
  writeFileSync(join(rules, rule, 'expected.json'), `${JSON.stringify(told, null, 2)}\n`)
}

function shown({start, end}: Message['range']): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

function numberOf(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 1)
}

/** A long text by its beginning and its length. */
function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 60)}… (${text.length} characters)`
}
