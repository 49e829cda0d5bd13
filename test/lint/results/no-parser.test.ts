import {execFileSync} from 'node:child_process'
import {appendFileSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {faulty} from '../../cli/documents.js'
import {bareEnvironment, folder, repository} from '../../support/folders.js'

const library = new URL('../../../dist/index.js', import.meta.url).href

// In a process of its own, as the next run is.
const SCRIPT = `
import {lintFiles} from ${JSON.stringify(library)}
const {summary} = await lintFiles([], {cache: true})
console.log(summary.errors)
`

test('where all is taken over, no parser is loaded, not even for what is cited', () => {
  const cwd = repository({
    'specs/a.md': `${faulty}\n[told](../research/search.md#findings)\n`,
    'research/search.md': '# Research: Search\n\n## Findings\n',
  })
  const env = {...bareEnvironment(), SPEC_NO_CACHE: '', XDG_CACHE_HOME: folder()}
  /** The number of errors, and whether a file of one of the engines was loaded: V8 keeps count of what has run. */
  const run = () => {
    const out = folder()
    const args = ['--input-type=module', '--eval', SCRIPT]
    const errors = execFileSync(process.execPath, args, {
      cwd,
      env: {...env, NODE_V8_COVERAGE: out},
      encoding: 'utf8',
    }).trim()
    const urls: string[] = readdirSync(out).flatMap(name =>
      JSON.parse(readFileSync(join(out, name), 'utf8')).result.map(({url}: {url: string}) => url),
    )
    expect(urls).toContain(library)
    return {errors: Number(errors), loaded: urls.some(url => /\/node_modules\/(?:satteri|micromark)\//.test(url))}
  }
  expect(run()).toEqual({errors: 1, loaded: true})
  expect(run()).toEqual({errors: 1, loaded: false})
  // Another text that answers the same is read once.
  appendFileSync(join(cwd, 'research/search.md'), '\nMore words.\n')
  expect(run()).toEqual({errors: 1, loaded: true})
  expect(run()).toEqual({errors: 1, loaded: false})
})
