// Makes src/facts/types.ts from schema/facts.schema.json. `--check` compares instead of writing.
import {readFile, writeFile} from 'node:fs/promises'
import {compile} from 'json-schema-to-typescript'

const target = new URL('../src/facts/types.ts', import.meta.url)
const schema = JSON.parse(await readFile(new URL('../schema/facts.schema.json', import.meta.url), 'utf8'))

// The tool makes a type of its own for every `$ref` that has a description beside it: name the type instead.
function nameTypes(node) {
  if (Array.isArray(node)) return node.map(nameTypes)
  if (node === null || typeof node !== 'object') return node
  const entries = Object.entries(node).filter(([key]) => key !== '$ref')
  const named = Object.fromEntries(entries.map(([key, value]) => [key, nameTypes(value)]))
  if (typeof node.$ref === 'string') {
    const name = node.$ref.slice('#/$defs/'.length)
    named.tsType = name[0].toUpperCase() + name.slice(1)
  }
  return named
}

const made = await compile(nameTypes(schema), 'Facts', {
  bannerComment: '// Generated from schema/facts.schema.json by scripts/generate-types.mjs. Do not edit.',
  unreachableDefinitions: true,
  additionalProperties: false,
  style: {semi: false, singleQuote: true, bracketSpacing: false, printWidth: 120},
})

if (process.argv.includes('--check')) {
  const found = await readFile(target, 'utf8').catch(() => '')
  if (found !== made) {
    console.error('src/facts/types.ts is out of date: run `npm run generate`')
    process.exitCode = 1
  }
} else {
  await writeFile(target, made)
}
