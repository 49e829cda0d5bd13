import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {validateXML} from 'xmllint-wasm'
import {GOALS, verdicts} from '../../bench/run/report/goals.mjs'
import {plotOf} from '../../bench/run/report/plot.mjs'
import {reportOf} from '../../bench/run/report/report.mjs'
import {GROUPS, growthOf, readResults, resultsText, rowOf, timesOf} from '../../bench/run/report/results.mjs'
import {folder} from '../support/folders.js'

const bench = fileURLToPath(new URL('../../bench/', import.meta.url))
const kept = (name: string) => readFileSync(join(bench, name), 'utf8')

function row(id: string, where: string, cpus: number[], more: object = {}) {
  const walls = cpus.map(cpu => cpu * 2)
  return {id, where, shown: id, status: 0, files: 1, git: 0, memory: 60, tree: 70, cpus, walls, ...more}
}

function results(groups: Record<string, object[]>) {
  const about = {
    ...{date: '2026-01-15', command: 'npm run bench', runs: 2, seed: 1, versions: {node: '20.0.0'}},
    machine: {cpu: 'a <CPU>', cores: 2, memory: '8 GiB', system: 'linux x64'},
    input: {files: 1, bytes: 30_000, commit: '0123456789abcdef'},
  }
  return {groups: Object.fromEntries(Object.entries(groups).map(([name, rows]) => [name, {...about, rows}]))}
}

const node = row('node', 'folder', [10, 20])
const ONE = results({
  one: [
    node,
    row('spec', 'folder', [20, 40]),
    row('spec', 'repository', [30, 60], {memory: 65}),
    row('spec-schema', 'folder', [25, 50]),
    row('rumdl-npm', 'repository', [25, 50]),
    row('remark-cli', 'repository', [], {status: -1, note: 'killed at its deadline, and not run again'}),
    row('rumdl', 'repository', [1, 2], {note: 'linted other files: 2 of 1'}),
  ],
})

describe('what is kept', () => {
  test('is read as it was written, groups in their own order', () => {
    const both = results({'136': [node], documents: [node], one: [node]})
    const text = resultsText(both)
    expect(JSON.parse(text)).toEqual(both)
    expect([...text.matchAll(/^ {4}"(\w+)": \{$/gm)].map(match => match[1])).toEqual(['one', '136', 'documents'])
  })

  test('is nothing where there is no file', () =>
    expect(readResults(join(folder(), 'none.json'))).toEqual({groups: {}}))

  test('tells ratios of whole rows alone', () => {
    expect(timesOf(ONE, 'one', ['spec', 'repository'], ['node', 'folder'])).toBe(3)
    expect(timesOf(ONE, 'one', ['remark-cli', 'repository'], ['node', 'folder'])).toBeUndefined()
    expect(timesOf(ONE, 'one', ['rumdl', 'repository'], ['node', 'folder'])).toBeUndefined()
    expect(timesOf(ONE, '136', ['spec', 'folder'], ['node', 'folder'])).toBeUndefined()
    expect(rowOf(ONE, 'one', 'spec')?.where).toBe('folder')
  })

  test('tells growth above the start', () => {
    const grown = [10, 100, 1000].map(files =>
      row(`f${files}`, `${files}`, [5 + 2 * files], {files, bytes: files * 1000}),
    )
    const growth = growthOf(results({files: [node, ...grown, row('floor', 'none', [5])]}), 'files')
    expect(growth.points.map(({cpu}) => cpu)).toEqual([20, 200, 2000])
    expect(growth.exponent).toBeCloseTo(1, 10)
    expect(growth.steepest).toBeCloseTo(1, 10)
    const bent = [...grown, row('f10000', '10000', [5 + 200_000], {files: 10_000, bytes: 1e7})]
    const {exponent, steepest} = growthOf(results({files: [...bent, row('floor', 'none', [5])]}), 'files')
    expect(exponent).toBeLessThan(1.35)
    expect(steepest).toBeCloseTo(2, 10)
    expect(growthOf(results({files: grown}), 'files').exponent).toBeUndefined()
  })
})

describe('goals', () => {
  const found = verdicts(ONE).filter(({value}) => value !== undefined)

  test('are held against what was measured, git told apart', () => {
    expect(found.map(({name, unit, value, reached}) => [name, unit, value, reached])).toEqual([
      ['one spec of 30 KB, without git', 'times node -e 0', 2, true],
      ['one spec of 30 KB, with git', 'times node -e 0', 3, false],
      ['one spec of 30 KB, without git', "times rumdl's npm command", 0.8, true],
      ['one spec of 30 KB, with git', "times rumdl's npm command", 1.2, false],
      ["a schema of one's own, later runs: what it adds, without git", 'times node -e 0', 0.5, true],
      ['peak memory, one spec of 30 KB, without git', 'MiB', 60, true],
      ['peak memory, one spec of 30 KB, with git', 'MiB', 65, false],
    ])
  })

  test('that ask for a least are reached from there on', () => {
    const of = (cpu: number) =>
      verdicts(results({'136': [node, row('spec', 'folder', [10]), row('remark-cli', 'repository', [cpu])]})).find(
        ({unit, value}) => unit.endsWith('remark-cli') && value !== undefined,
      )
    expect(of(150)).toMatchObject({value: 15, reached: true})
    expect(of(149)).toMatchObject({value: 14.9, reached: false})
  })

  test('name a group that is measured, and say what was not', () => {
    for (const {group} of GOALS) expect(GROUPS).toContain(group)
    expect(verdicts({groups: {}}).every(({value, reached}) => value === undefined && reached === undefined)).toBe(true)
  })
})

describe('the page and the plot', () => {
  test('are what results.json makes of them', () => {
    const {groups} = readResults(join(bench, 'results.json'))
    expect(Object.keys(groups).length).toBeGreaterThan(0)
    expect(resultsText({groups})).toBe(kept('results.json'))
    expect(reportOf({groups})).toBe(kept('RESULTS.md'))
    expect(plotOf({groups})).toBe(kept('results.svg'))
  })

  test('are made anew without measuring', () => {
    const out = folder({'results.json': kept('results.json')})
    const run = spawnSync(process.execPath, [join(bench, 'run.mjs'), '--plot', '--out', out], {encoding: 'utf8'})
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    for (const name of ['results.json', 'RESULTS.md', 'results.svg'])
      expect(readFileSync(join(out, name), 'utf8'), name).toBe(kept(name))
  })

  test('name no folder of a machine', () => {
    for (const name of ['results.json', 'RESULTS.md', 'results.svg'])
      expect(kept(name), name).not.toMatch(/\/(tmp|home|root|Users|work)\//)
  })

  test('say what was killed, and leave it out of the plot', () => {
    expect(reportOf(ONE)).toContain(
      '| – | – | – | – | 60 | 70 | 0 | 1 | -1: killed at its deadline, and not run again |',
    )
    expect(plotOf(ONE)).toContain('spec lint, with git')
    expect(plotOf(ONE)).not.toContain('remark-cli')
  })

  test('are well-formed, and hold no figure that is none', async () => {
    const grown = [10, 100].map(files => row(`f${files}`, `${files}`, [5 + 2 * files], {files, bytes: files * 1000}))
    const lines = [node, ...grown, row('floor', 'none', [5])]
    const all = results({one: ONE.groups.one?.rows ?? [], '136': [node], files: lines, documents: lines})
    for (const svg of [plotOf(all), plotOf(ONE), plotOf({groups: {}}), kept('results.svg')]) {
      const {valid, errors} = await validateXML({xml: {fileName: 'results.svg', contents: svg}, schema: [ANY]})
      expect(errors.map(({message}) => message)).toEqual([])
      expect(valid).toBe(true)
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    }
    expect(reportOf(all)).not.toMatch(/NaN|undefined|Infinity/)
  })
})

// Anything that is well-formed.
const ANY = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg">
<xs:element name="svg"><xs:complexType><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
<xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`
