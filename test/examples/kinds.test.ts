import {cpSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import type {Report} from '../../src/lint/index.js'
import {readTemplate, type TemplateSection} from '../../src/template/index.js'
import {spec} from '../cli/support.js'
import {commit, folder, git} from '../support/folders.js'

const here = fileURLToPath(new URL('./', import.meta.url))
const examples = fileURLToPath(new URL('../../examples/kinds/', import.meta.url))
const src = fileURLToPath(new URL('../../src/', import.meta.url))

const kinds = foldersIn(examples)

interface Config {
  kinds: Record<string, {files: string}>
}

const at = (kind: string, file: string): string => readFileSync(join(examples, kind, file), 'utf8')
const templateOf = (kind: string) => readTemplate(at(kind, 'template.md'))

/** Ids of the rules of an example's own. An entry without a message is a helper; `true` takes a rule away. */
function rulesOf(kind: string): string[] {
  const {$defs} = parse(at(kind, 'schema.yaml')) as {$defs: Record<string, {message?: unknown; $ref?: string} | true>}
  return Object.entries($defs).flatMap(([id, entry]) => (entry !== true && (entry.message || entry.$ref) ? [id] : []))
}

/** A copy of an example in a repository of its own, as whoever takes it over has it. */
function copyOf(kind: string): string {
  const root = folder()
  cpSync(join(examples, kind), root, {recursive: true})
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'config', 'user.name', 'Ada Example')
  commit(root, 'first')
  return root
}

async function reportOn(root: string): Promise<Report> {
  const {stdout, stderr} = await spec(root, ['lint', '--format', 'json'])
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

describe.each(kinds)('the example kind %s', kind => {
  test('is clean: documents, schema and template', async () => {
    const root = copyOf(kind)
    const {summary, files} = await reportOn(root)
    expect(files.flatMap(({messages}) => messages)).toEqual([])
    expect(summary).toMatchObject({notChecked: 0, unclaimed: 0, skippedChecks: 0})
    expect(files.length).toBeGreaterThan(1)
    expect(new Set(files.map(file => file.kind))).toEqual(new Set([kind]))
    expect(await spec(root, ['schema', 'check', 'schema.yaml'])).toEqual({
      status: 0,
      stdout: 'schema.yaml: no problems.\n',
      stderr: '',
    })
  })

  test('makes a document that its kind claims and that has no error', async () => {
    const root = copyOf(kind)
    const argv = ['scaffold', '--kind', kind, 'Ring the bell', '--no-research', 'none', '--date', '2026-03-16']
    const {status, stdout, stderr} = await spec(root, argv)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    const path = /^Wrote (\S+)/.exec(stdout)?.[1]
    const file = (await reportOn(root)).files.find(each => each.path === path)
    expect(file).toMatchObject({kind, status: 'checked'})
    expect(file?.messages.filter(({severity}) => severity === 'error')).toEqual([])
    // It is empty, and that is told.
    expect(file?.messages).not.toEqual([])
  })

  test('has a document for each of its rules, and for nothing else', () => {
    expect(foldersIn(join(here, kind))).toEqual(rulesOf(kind).sort())
  })

  test('each rule fires on its not-ok.md and is silent on its ok.md, and so is everything else', async () => {
    const root = copyOf(kind)
    const config = parse(at(kind, 'spec.config.yaml')) as Config
    const glob = config.kinds[kind]?.files ?? ''
    const placeOf = (name: string): string => glob.replace('*', name)
    for (const rule of rulesOf(kind)) {
      for (const name of ['ok', 'not-ok']) {
        const place = join(root, placeOf(`${rule}-${name}`))
        await mkdir(dirname(place), {recursive: true})
        writeFileSync(place, readFileSync(join(here, kind, rule, `${name}.md`)))
      }
    }
    const {files} = await reportOn(root)
    const told = (path: string) => {
      const messages = files.find(file => file.path === path)?.messages ?? [{ruleId: 'no such file'}]
      return [...new Set(messages.map(({ruleId}) => ruleId))]
    }
    for (const rule of rulesOf(kind)) {
      expect(told(placeOf(`${rule}-ok`)), `${rule}/ok.md`).toEqual([])
      expect(told(placeOf(`${rule}-not-ok`)), `${rule}/not-ok.md`).toEqual([rule])
    }
  })

  // What is special about a kind stands in its template and its schema, or the next kind could not be made without code.
  test('is named nowhere in the code, nor are its sections and its metadata', () => {
    const template = templateOf(kind)
    const others = readTemplate(readFileSync(join(examples, '../../templates/rfc/1.md'), 'utf8'))
    const shared = new Set(
      [...wordsOf(others.sections), ...others.metadata.rows.flatMap(({id, label}) => [id, label])].map(word =>
        word.toLowerCase(),
      ),
    )
    const rows = template.metadata.rows.flatMap(({id, label, aliases}) => [id, label, ...aliases])
    const words = [...new Set([...wordsOf(template.sections), ...rows].map(word => word.toLowerCase()))].filter(
      word => !shared.has(word) && word !== DATE && /\p{L}[ -]\p{L}/u.test(word),
    )
    expect(words.length).toBeGreaterThan(5)
    const named = sources().flatMap(({path, text}) =>
      [...words.filter(word => text.includes(word)), ...(namesKind(path, text, kind) ? [kind] : [])].map(
        word => `${path}: ${word}`,
      ),
    )
    expect(named).toEqual([])
  })
})

// A word for the date of any form that has no settings.
const DATE = 'start date'

// Where `spec init` looks for documents: folders that people have, whatever kind stands in them.
const FOLDERS = 'commands/support/init/survey.ts'

function namesKind(path: string, text: string, kind: string): boolean {
  return path !== FOLDERS && new RegExp(`(?<![\\w-])${kind}(?![\\w-])(?!\\b[^\\n]*\\\\b)`, 'u').test(text)
}

function sources(): {path: string; text: string}[] {
  return readdirSync(src, {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.ts') && !path.startsWith('generated'))
    .map(path => path.replaceAll('\\', '/'))
    .map(path => ({path, text: readFileSync(join(src, path), 'utf8').toLowerCase()}))
}

function wordsOf(sections: readonly TemplateSection[]): string[] {
  return sections.flatMap(({id, title, aliases, sections: inner}) => [
    id,
    title.replace(/\s*[*(/].*$/, ''),
    ...aliases,
    ...wordsOf(inner),
  ])
}

function foldersIn(path: string): string[] {
  return readdirSync(path, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(({name}) => name)
    .sort()
}
