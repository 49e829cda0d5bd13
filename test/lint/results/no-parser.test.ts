import {execFileSync} from 'node:child_process'
import {appendFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {faulty} from '../../cli/documents.js'
import {bareEnvironment, folder, repository} from '../../support/folders.js'

const library = new URL('../../../dist/index.js', import.meta.url).href
const satteri = fileURLToPath(new URL('../../../node_modules/satteri/', import.meta.url))

// In a process of its own, as the next run is. Tells the number of messages, and of the parser's files that were loaded.
const SCRIPT = `
import {createRequire} from 'node:module'
import {lintFiles} from ${JSON.stringify(library)}
const {summary} = await lintFiles([], {cache: true})
const loaded = Object.keys(createRequire(import.meta.url).cache).filter(path => path.startsWith(${JSON.stringify(satteri)}))
console.log(JSON.stringify({errors: summary.errors, loaded: loaded.length > 0}))
`

test('where all is taken over, no parser is loaded, not even for what is cited', () => {
  const cwd = repository({
    'specs/a.md': `${faulty}\n[told](../research/search.md#findings)\n`,
    'research/search.md': '# Research: Search\n\n## Findings\n',
  })
  const env = {...bareEnvironment(), SPEC_NO_CACHE: '', XDG_CACHE_HOME: folder()}
  const run = (): unknown =>
    JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {cwd, env, encoding: 'utf8'}))
  expect(run()).toEqual({errors: 1, loaded: true})
  expect(run()).toEqual({errors: 1, loaded: false})
  // Another text that answers the same is read once.
  appendFileSync(join(cwd, 'research/search.md'), '\nMore words.\n')
  expect(run()).toEqual({errors: 1, loaded: true})
  expect(run()).toEqual({errors: 1, loaded: false})
})
