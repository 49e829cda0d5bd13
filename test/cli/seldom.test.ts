import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/complete/index.js'
import {answerText} from '../../src/cli/complete/text.js'
import {pageOf} from '../../src/cli/page.js'
import {checkGiven, usageMessage} from '../../src/cli/strict.js'
import {folder} from '../support/folders.js'
import {sound} from './documents.js'
import {spec} from './support.js'

describe('completion', () => {
  const complete = async (line: string, cwd = '/') => {
    const words = line.split(' ')
    let text = ''
    const stdout = {write: (part: string) => (text += part)}
    expect(await run([`=${words.at(-1)}`, ...words.slice(0, -1)], {stdout, cwd, env: {}})).toBe(0)
    return text.split('\n').map(each => each.replace(/\t.*/, ''))
  }

  test('asks the workspace of the root that is named, in either way', async () => {
    const root = folder({
      'a/spec.config.yaml': 'kinds: {adr: {files: "*.md", template: t.md}}\n',
      'a/t.md': '# [Title]\n\n## A\n',
    })
    for (const typed of ['--root=a', '--root a'])
      expect(await complete(`lint ${typed} --kind a`, root)).toContain('adr')
    expect(await complete('lint --kind a', root)).not.toContain('adr')
  })

  test('passes over options that there are not, and values of those that take none', async () => {
    expect((await complete('lint --nothing --form'))[1]).toBe('--format')
    expect(await complete('lint --fix=y')).toEqual(['words', ''])
    expect(await complete('lint --nothing=y')).toEqual(['words', ''])
    expect(answerText({type: 'words', words: [{text: 'a'}, {text: 'b c'}]}, '')).toBe('words\na\n')
  })

  test('of rules leaves out those that are off', async () => {
    const schema = JSON.stringify({$ref: 'specwright:rfc', $defs: {residue: true}})
    const config = 'kinds: {rfc: {schema: team.json}}\n'
    const root = folder({'spec.config.yaml': config, 'team.json': schema})
    const rules = await complete('explain res', root)
    expect(rules).not.toContain('residue')
    expect(await complete('explain res')).toContain('residue')
  })
})

describe('usage', () => {
  test('that is of another kind is told in one line', () => {
    expect(usageMessage('Something\n  else', [], {})).toBe('Something else')
    expect(usageMessage('Unknown argument: fromat', ['--', '--fromat'], {})).toBe(
      'Unknown option "--fromat", see --help',
    )
  })

  test('of a list that takes few values is told for each', () => {
    const only = {only: {type: 'list', choices: ['near', 'far'], describe: ''}} as const
    expect(checkGiven({only: ['near', 'far']}, [], only)).toEqual({only: ['near', 'far']})
    expect(() => checkGiven({only: ['near', 'fra']}, [], only)).toThrow(
      'Unknown only "fra", expected near or far. Did you mean "far"?',
    )
  })

  test('of a group names its commands', () => {
    const page = pageOf({type: 'group', name: 'schema', rest: []}, undefined)
    expect(page.commands?.map(([name]) => name)).toEqual([
      'spec schema check',
      'spec schema derive',
      'spec schema print',
    ])
    expect(pageOf({type: 'group', name: 'none', rest: []}, undefined).commands).toEqual([])
  })

  test('knows no command behind "--"', async () => {
    expect(await spec(folder(), ['--', 'lint'])).toMatchObject({status: 2})
  })

  test('of a value that is none of several is told', async () => {
    const {stderr, status} = await spec(folder({'specs/a.md': sound}), ['lint', '--fail-on', 'eror'])
    expect(status).toBe(2)
    expect(stderr).toContain('eror')
  })
})

describe('an engine', () => {
  test('is that of the environment, or of the option', async () => {
    const root = folder({'specs/a.md': sound})
    expect((await spec(root, ['lint', '--engine', 'remark'])).status).toBe(0)
    expect(
      (await spec(root, ['lint'], {env: {PATH: process.env.PATH, SPEC_ENGINE: 'none', SPEC_NO_CACHE: '1'}})).stderr,
    ).toContain('SPEC_ENGINE')
  })
})

describe('a baseline that is behind', () => {
  test('is told by its documents, of many the first', async () => {
    const faulty = sound.replace('Readers find', 'TBD\n\nReaders find')
    const names = Array.from({length: 30}, (_, index) => `specs/${index}.md`)
    const root = folder(Object.fromEntries(names.map(name => [name, faulty])))
    const {writeFileSync} = await import('node:fs')
    const {join} = await import('node:path')
    expect((await spec(root, ['lint', '--update-baseline'])).status).toBe(0)
    writeFileSync(join(root, 'specs/0.md'), sound)
    expect((await spec(root, ['lint'])).stdout.replace(/\s+/g, ' ')).toMatch(
      /1 message of the baseline is there no more .* removes it from it/,
    )
    for (const name of names) writeFileSync(join(root, name), sound)
    const {stdout} = await spec(root, ['lint'])
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/30 messages of the baseline are there no more/)
    expect(stdout).toMatch(/and \d+ other documents, see --format json/)
  })
})
