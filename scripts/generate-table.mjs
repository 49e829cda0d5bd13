// Makes dist/generated/command-table.js and src/generated/command-table.js (for the tests, which run the sources) from the
// commands in dist: what a shell asks for at every Tab must not wait for all commands to load. No part of the repository.
import {copyFileSync, writeFileSync} from 'node:fs'
import {commands} from '../dist/commands/index.js'

const table = []
for (const {name, caption, load} of commands) {
  const {arguments: rows, arity, options} = await load()
  table.push({name, caption, arguments: rows, repeats: arity[1] > rows.length, options})
}

const text = `// Written by scripts/generate-table.mjs. Do not edit.\nexport const commandTable = ${JSON.stringify(table, null, 1)}\n`
for (const folder of ['src', 'dist'])
  writeFileSync(new URL(`../${folder}/generated/command-table.js`, import.meta.url), text)
copyFileSync(
  new URL('../src/generated/command-table.d.ts', import.meta.url),
  new URL('../dist/generated/command-table.d.ts', import.meta.url),
)
