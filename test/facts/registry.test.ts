import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {syntaxFacts, worldFacts} from '../../src/facts/index.js'
import {contentFacts} from '../../src/facts/section/index.js'
import {factsSchema} from './support.js'

const room = fileURLToPath(new URL('../../src/facts', import.meta.url))

/** Files and folders of a folder that hold a fact, without their endings. */
function factsIn(folder: string, support: readonly string[]): string[] {
  return readdirSync(folder)
    .map(name => name.replace(/\.ts$/, ''))
    .filter(name => !['index', 'types', ...support].includes(name))
    .sort()
}

/** Files and folders that a registry imports from, with the names that it takes. */
function importsIn(folder: string): Map<string, string[]> {
  const source = readFileSync(`${folder}/index.ts`, 'utf8')
  const found = [...source.matchAll(/^(?:import|export) \{([^}]*)\} from '\.\/([\w-]+)(?:\/index)?\.js'/gm)]
  return new Map(
    found.map(([, names = '', file = '']) => [
      file,
      names
        .split(',')
        .map(name => name.trim())
        .filter(Boolean),
    ]),
  )
}

test('every file of the room is a fact of the registry, and every fact has its file', () => {
  const imports = importsIn(room)
  // Citations are asked for by the machinery around the registry: all other facts may need them.
  expect([...imports.keys(), 'citations'].sort()).toEqual(factsIn(room, ['context', 'reading', 'section']).sort())
  const registered = [...Object.keys(syntaxFacts), ...Object.keys(worldFacts)]
  const imported = [...imports.values()].flat()
  expect(imported.sort()).toEqual(registered.sort())
})

test('every file of a section’s facts is in their registry', () => {
  const folder = `${room}/section`
  const imports = importsIn(folder)
  expect([...imports.keys()].sort()).toEqual(factsIn(folder, ['sums']))
  // A waiver stands in place of content, and cites are counted from resolved citations.
  expect([...imports.values()].flat().sort()).toEqual([...Object.keys(contentFacts), 'cites', 'waiver'].sort())
})

test('the registry knows what the schema describes, and nothing else', () => {
  const names = Object.keys((factsSchema as {properties: object}).properties)
  // What is said of citations is told with them.
  const identity = ['schemaVersion', 'path', 'kind', 'citations', 'drift', 'researchDrift']
  expect([...Object.keys(syntaxFacts), ...Object.keys(worldFacts), ...identity].sort()).toEqual(names.sort())
})
