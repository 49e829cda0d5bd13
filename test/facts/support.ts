import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {
  type Collected,
  collect,
  type Facts,
  type Position,
  questionsOf,
  resolve,
  type Section,
} from '../../src/facts/index.js'
import {type Document, readDocument} from '../../src/facts/reading/document.js'
import {readOutline} from '../../src/research/read.js'
import {readTemplate, type Template} from '../../src/template/index.js'
import type {World} from '../../src/workspace/index.js'

const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

/** The template that comes with us. */
export const rfc: Template = readTemplate(file('templates/rfc/1.md'))

export const factsSchema: Record<string, unknown> = JSON.parse(file('schema/facts.schema.json'))

type Source = Parameters<typeof collect>[1]

interface Options extends Partial<Source> {
  world?: World
}

const SOURCE: Source = {
  path: 'specs/a.md',
  kind: {name: 'rfc', template: rfc},
  folders: {specs: ['specs'], research: ['research']},
}

/** A text that lies in `specs/`, read as an RFC unless told. */
export function documentOf(text: string, source: Partial<Source> = {}): Document {
  return readDocument(text, {...SOURCE, ...source})
}

/** What it says itself, before anything else is looked at. */
export function collectedOf(text: string, source: Partial<Source> = {}): Collected {
  return collect(text, {...SOURCE, ...source})
}

/** Its facts. */
export function factsOf(text: string, {world, ...source}: Options = {}): Facts {
  return resolve(collectedOf(text, source), world)
}

/** A world of these files, in which every question is answered. */
export function worldOf(text: string, files: readonly string[]): World {
  return {
    specs: files.filter(path => path.startsWith('specs/')),
    research: files.filter(path => path.startsWith('research/')),
    entries: new Map(
      questionsOf(collectedOf(text)).map(({path}) => [path, {type: files.includes(path) ? 'file' : 'missing'}]),
    ),
  }
}

/** A world of documents with these texts, of which all is known that they say of themselves. */
export function worldOfTexts(texts: Record<string, string>): World {
  const paths = Object.keys(texts).sort()
  const inFolder = (folder: string) => paths.filter(path => path.startsWith(`${folder}/`))
  const textOf = (path: string) => texts[path] ?? ''
  return {
    specs: inFolder('specs'),
    research: inFolder('research'),
    entries: new Map(paths.map(path => [path, {type: 'file', head: textOf(path)}])),
    surroundings: {
      research: inFolder('research').map(path => readOutline(path, textOf(path))),
      specs: new Map(inFolder('specs').map(path => [path, textOf(path)])),
    },
  }
}

/** The section at a path of ids. */
export function sectionOf(facts: Facts, path: string): Section {
  let sections = facts.sections
  let found: Section | undefined
  for (const id of path.split('/')) {
    found = sections[id]
    sections = found?.sections ?? {}
  }
  if (found === undefined)
    throw new Error(`there is no section ${path} among ${Object.keys(facts.sections).join(', ')}`)
  return found
}

/** What stands at a position. */
export function at(text: string, {start, end}: Position): string {
  return text.slice(start.offset, end.offset)
}
