import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {reporters} from '../../src/reporters/index.js'
import {folder, git, repository} from '../support/folders.js'
import {faulty, sound} from './documents.js'
import {spec} from './support.js'

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

test('every format prints, and every report is known again', async () => {
  const root = folder({'specs/a.md': faulty})
  for (const {name, begins} of reporters) {
    const {status, stdout, stderr} = await spec(root, ['lint', '--format', name])
    expect({status, stderr}, name).toEqual({status: 1, stderr: ''})
    expect(stdout.slice(0, 10_000), name).toMatch(begins)
  }
})

test('an unknown format is a usage error with a did-you-mean', async () => {
  const root = folder({'specs/a.md': sound})
  for (const argv of [
    ['--format', 'sarfi'],
    ['--output', 'sarfi=a.sarif'],
  ]) {
    const {status, stdout, stderr} = await spec(root, ['lint', ...argv])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(/^spec: Unknown format "sarfi", expected text, .* or markdown\. Did you mean "sarif"\?\n$/)
  }
})

test('sarif tells of every rule in force, those of a schema of one’s own too', async () => {
  const team = `$ref: specwright:rfc
$defs:
  machine-author: true
  risks:
    title: A spec tells its risks
    description: Somebody must have thought of them.
    severity: error
    message: 'Missing section "Risks", expected it here'
    help: Add it
    properties: {sections: {required: [risks]}}
`
  const root = folder({'specs/a.md': faulty, 'team.yaml': team})
  const {stdout} = await spec(root, ['lint', '--schema', 'team.yaml', '--format', 'sarif'])
  const [{tool, results}] = JSON.parse(stdout).runs
  const ids = tool.driver.rules.map(({id}: {id: string}) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(['risks', 'dead-citation', 'research-status']))
  const risks = results.find(({ruleId}: {ruleId: string}) => ruleId === 'risks')
  expect(tool.driver.rules[risks.ruleIndex]).toMatchObject({
    id: 'risks',
    help: {text: 'Add it'},
    defaultConfiguration: {level: 'error'},
  })
  expect(risks.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('team.yaml')
})

test('paths for CI services are those of the repository, wherever one works and the config lies', async () => {
  const root = repository({'docs/spec.config.yaml': '{}\n', 'docs/specs/a.md': faulty})
  const print = async (format: string) => (await spec(join(root, 'docs/specs'), ['lint', '--format', format])).stdout
  expect(await print('github')).toContain('::error file=docs/specs/a.md,')
  expect(JSON.parse(await print('gitlab'))[0].location.path).toBe('docs/specs/a.md')
  expect(await print('junit')).toContain('classname="docs/specs/a.md"')
  expect(await print('sarif')).toContain('"uri": "docs/specs/a.md"')
  expect(await print('markdown')).toContain('`docs/specs/a.md:6`')
  // Editors and reviewdog start from the working folder.
  expect(await print('compact')).toMatch(/^a\.md:6:12: error /)
  expect(JSON.parse(await print('rdjson')).diagnostics[0].location.path).toBe('a.md')
})

test('junit fails what the run fails', async () => {
  const root = folder({'specs/a.md': sound.replace('Ada Example', 'Developer')})
  const failures = async (...argv: string[]) =>
    /failures="(\d+)"/.exec((await spec(root, ['lint', '--format', 'junit', ...argv])).stdout)?.[1]
  expect(await failures()).toBe('0')
  expect(await failures('--fail-on', 'warning')).toBe('1')
  expect(await failures('--fail-on', 'never', '--rule', 'machine-author:error')).toBe('0')
})

describe('--output', () => {
  test('writes several reports at once, beside what is printed', async () => {
    const root = folder({'specs/a.md': faulty, 'out/.keep': ''})
    const outputs = reporters.flatMap(({name}) => ['--output', `${name}=out/report.${name}`])
    const {status, stdout, stderr} = await spec(root, ['lint', '--format', 'compact', ...outputs])
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
    expect(read(root, 'out/report.compact')).toBe(stdout)
    for (const {name} of reporters.filter(({name}) => name !== 'text'))
      expect(read(root, `out/report.${name}`), name).toBe((await spec(root, ['lint', '--format', name])).stdout)
    expect(read(root, 'out/report.text')).toContain('error[unknown-status]')
    // Nothing that was written beside is left.
    expect(readdirSync(join(root, 'out'))).toHaveLength(reporters.length + 1)
  })

  test('replaces an earlier report of its format, and an empty file', async () => {
    const root = folder({'specs/a.md': faulty})
    const outputs = reporters.flatMap(({name}) => ['--output', `${name}=report.${name}`])
    expect((await spec(root, ['lint', ...outputs])).status).toBe(1)
    writeFileSync(join(root, 'specs/a.md'), sound)
    expect(await spec(root, ['lint', ...outputs])).toMatchObject({status: 0, stderr: ''})
    expect(JSON.parse(read(root, 'report.json')).summary.errors).toBe(0)
    expect(read(root, 'report.compact')).toBe('')
    writeFileSync(join(root, 'specs/a.md'), faulty)
    expect((await spec(root, ['lint', ...outputs])).stderr).toBe('')
    expect(read(root, 'report.compact')).not.toBe('')
  })

  test('never has colours or links in it', async () => {
    const root = folder({'specs/a.md': faulty})
    await spec(root, ['lint', '--color', '--output', 'text=report.txt'], {isTTY: true, env: {FORCE_HYPERLINK: '1'}})
    expect(read(root, 'report.txt')).not.toContain('\x1b')
  })

  const refused = async (root: string, value: string, cwd = root) => {
    const {status, stdout, stderr} = await spec(cwd, ['lint', '--root', root, '--output', value])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr.split('\n')).toHaveLength(2)
    return stderr.replaceAll(root, 'ROOT')
  }

  test('never takes the place of anything else', async () => {
    const files = {
      'specs/a.md': faulty,
      'spec.config.yaml': '{}\n',
      'team.schema.json': '{"$ref": "specwright:rfc"}\n',
      'form.md': '# Form\n',
      'spec.baseline.json': '{"schemaVersion": 1, "violations": {}}\n',
      'notes.txt': 'Mine\n',
      'sarif.json': '{}\n',
      'list.json': '[\n  {\n    "name": 1\n  }\n]\n',
    }
    const root = folder(files)
    for (const {name} of reporters)
      for (const path of Object.keys(files)) {
        const said = await refused(root, `${name}=${path}`)
        expect(said).toMatch(/what stands there is no earlier report of this format|it is a document of kind/)
        expect(read(root, path)).toBe(files[path as keyof typeof files])
      }
    await spec(root, ['lint', '--output', 'json=report.json'])
    expect(await refused(root, 'sarif=report.json')).toContain('no earlier report of this format')
  })

  test('no links, no folders, no devices', async () => {
    const root = folder({'specs/a.md': faulty, 'real.json': '', 'dir/x': ''})
    symlinkSync('real.json', join(root, 'link.json'))
    symlinkSync('nowhere', join(root, 'dangling.json'))
    expect(await refused(root, 'json=link.json')).toBe('spec: "ROOT/link.json" cannot be written: it is a link\n')
    expect(await refused(root, 'json=dangling.json')).toContain('it is a link')
    expect(await refused(root, 'json=dir')).toContain('it is a folder')
    expect(await refused(root, 'json=/dev/null')).toContain('it is no regular file')
    expect(read(root, 'real.json')).toBe('')
  })

  test('a folder that is missing, or none', async () => {
    const root = folder({'specs/a.md': faulty, file: ''})
    expect(await refused(root, 'json=out/deep/report.json')).toBe(
      'spec: "ROOT/out/deep/report.json" cannot be written: the folder "ROOT/out/deep" does not exist\n',
    )
    expect(await refused(root, 'json=file/report.json')).toContain('cannot be written')
    expect(existsSync(join(root, 'out'))).toBe(false)
  })

  test('a new file that would be a document of the next run', async () => {
    const root = folder({'specs/a.md': sound, 'research/r.md': '# Research\n'})
    expect(await refused(root, 'markdown=specs/report.md')).toBe(
      'spec: Unexpected output "specs/report.md", expected another place: there it is a document of kind rfc\n',
    )
    expect(await refused(root, 'markdown=report.md', join(root, 'research'))).toContain('a document of kind research')
    expect(readdirSync(join(root, 'specs'))).toEqual(['a.md'])
  })

  test('a new file that the next run would take for its config or its baseline', async () => {
    const root = folder({'specs/a.md': sound, 'sub/x.txt': ''})
    for (const name of ['spec.config.json', 'spec.config.yaml', 'sub/spec.config.yml', 'spec.baseline.json']) {
      const words = name.includes('baseline') ? 'baseline' : 'config'
      expect(await refused(root, `json=${name}`)).toBe(
        `spec: Unexpected output "${name}", expected another name: the next run would take it for its ${words}\n`,
      )
      expect(existsSync(join(root, name))).toBe(false)
    }
  })

  test('a folder is meant where the name ends with a slash', async () => {
    const root = folder({'specs/a.md': sound})
    expect(await refused(root, 'json=out/')).toBe('spec: Unexpected "out/" in --output, expected a file\n')
    expect(existsSync(join(root, 'out'))).toBe(false)
  })

  test('a document that looks like a report is none where it is read', async () => {
    const root = folder({'specs/a.md': sound, 'mine.md': `<!-- specwright -->\n${faulty}`, 'b.md': faulty})
    const output = ['--output', 'markdown=mine.md', '--output', 'json=report.json']
    const {status, stderr} = await spec(root, ['lint', 'mine.md', 'specs', '--kind', 'rfc', ...output])
    expect(status).toBe(2)
    expect(stderr).toBe('spec: "mine.md" cannot be written: this run has read it\n')
    expect(read(root, 'mine.md')).toContain('Drfat')
    // The others are written all the same.
    expect(JSON.parse(read(root, 'report.json')).summary.errors).toBeGreaterThan(0)
    const piped = ['lint', '-', '--stdin-filename', 'new.md', '--kind', 'rfc', '--output', 'markdown=new.md']
    expect((await spec(root, piped, {input: sound})).stderr).toContain('this run has read it')
    expect(existsSync(join(root, 'new.md'))).toBe(false)
  })

  test('one file for two outputs, by whatever names', async () => {
    const root = folder({'specs/a.md': sound, 'out/x.json': ''})
    linkSync(join(root, 'out/x.json'), join(root, 'out/y.json'))
    symlinkSync('out', join(root, 'alias'))
    for (const [one, other] of [
      ['new.json', './new.json'],
      ['out/new.json', 'alias/new.json'],
      ['out/x.json', 'out/y.json'],
    ]) {
      const argv = ['lint', '--output', `json=${one}`, '--output', `sarif=${other}`]
      const {status, stderr} = await spec(root, argv)
      expect(status).toBe(2)
      expect(stderr).toBe(`spec: Unexpected "${other}" for two outputs, expected a file for each\n`)
    }
    expect(readdirSync(root).sort()).toEqual(['alias', 'out', 'specs'])
  })

  test('what is no format with a file', async () => {
    const root = folder({'specs/a.md': sound})
    expect(await refused(root, 'report.json')).toContain('expected a format and a file: sarif=report.sarif')
    expect(await refused(root, 'json=')).toContain('expected a format and a file')
    expect(await refused(root, 'json=-')).toBe(
      'spec: Unexpected "-" in --output, expected a file; --format json prints it\n',
    )
  })

  test('a name may hold "=", and lie outside of the workspace', async () => {
    const root = folder({'specs/a.md': sound})
    const other = folder()
    expect((await spec(root, ['lint', '--output', `json=${other}/a=b.json`])).status).toBe(0)
    expect(JSON.parse(read(other, 'a=b.json')).summary.files).toBe(1)
  })

  test('where nothing that was named is there, nothing is written', async () => {
    const root = folder({'specs/a.md': sound})
    expect((await spec(root, ['lint', 'gone.md', '--output', 'json=report.json'])).status).toBe(2)
    expect(existsSync(join(root, 'report.json'))).toBe(false)
  })

  test('keeps the mode of a file', async () => {
    const root = folder({'specs/a.md': sound})
    writeFileSync(join(root, 'report.json'), '', {mode: 0o640})
    await spec(root, ['lint', '--output', 'json=report.json'])
    expect(lstatSync(join(root, 'report.json')).mode & 0o777).toBe(0o640)
  })
})

describe('the step summary of GitHub', () => {
  const run = (root: string, argv: string[], file: string) =>
    spec(root, ['lint', ...argv], {env: {PATH: process.env.PATH, GITHUB_STEP_SUMMARY: file}})

  test('is added to, where annotations are printed', async () => {
    const root = folder({'specs/a.md': faulty, 'summary.md': 'Before'})
    const file = join(root, 'summary.md')
    expect((await run(root, ['--format', 'github'], file)).status).toBe(1)
    expect(read(root, 'summary.md')).toMatch(
      /^Before\n<!-- specwright -->\n### specwright\n\n- 1 file checked: 1 error/,
    )
    await run(root, ['--format', 'github'], file)
    expect(read(root, 'summary.md').match(/### specwright/g)).toHaveLength(2)
    const before = read(root, 'summary.md')
    await run(root, [], file)
    await run(root, ['--output', 'github=log.txt'], file)
    expect(read(root, 'summary.md')).toBe(before)
  })

  test('one that cannot be written is told', async () => {
    const root = folder({'specs/a.md': sound})
    const {status, stdout, stderr} = await run(root, ['--format', 'github'], join(root, 'gone/summary.md'))
    expect(status).toBe(2)
    expect(stdout).toBe('1 file checked, no problems.\n')
    expect(stderr).toMatch(
      /^spec: ".*summary\.md" cannot be written: its folder does not exist \(GITHUB_STEP_SUMMARY\)\n$/,
    )
    expect((await run(root, ['--format', 'github'], '')).status).toBe(0)
  })
})

test('words of a document never begin a line of text, where a runner looks for commands', async () => {
  const hostile = `${'word '.repeat(13)} ::stop-commands::x ##[add-mask]y ::error::z ##vso[task.complete]w`
  const root = folder({'specs/a.md': sound.replace('One table', `[x](${encodeURI('gone.md')}) \`${hostile}.md\``)})
  mkdirSync(join(root, '::error::'))
  writeFileSync(join(root, '::error::/a.md'), faulty)
  for (const {name} of reporters) {
    const argv = ['lint', '--format', name, 'specs', '::error::/a.md', '--kind', 'rfc']
    const {stdout, stderr} = await spec(root, argv)
    expect(stdout + stderr, name).not.toMatch(/##\w*\[/)
    expect(stdout + stderr, name).not.toMatch(/^\s*::(?!(?:error|warning|notice) file=)/m)
  }
})

test('git knows the pages that are written: nothing but them is new', async () => {
  const root = repository({'specs/a.md': sound})
  await spec(root, ['lint', '--output', 'json=a.json', '--output', 'junit=b.xml'])
  expect(git(root, 'status', '--porcelain')).toBe('?? a.json\n?? b.xml\n')
})
