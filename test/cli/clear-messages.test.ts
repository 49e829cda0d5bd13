import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {sound} from './documents.js'
import {spec} from './support.js'

/** What `spec lint` says of settings that it cannot follow: exit status 2, and nothing on standard output where it cannot begin. */
async function refusal(files: Record<string, string>, ...argv: string[]): Promise<string> {
  const root = join(folder(), 'repository')
  for (const [path, text] of Object.entries({'specs/a.md': sound, ...files})) {
    mkdirSync(join(root, path, '..'), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  const {status, stdout, stderr} = await spec(root, ['lint', ...argv])
  expect(status).toBe(2)
  expect(stdout).toMatch(stderr.startsWith('error: ') ? /^$/ : /^1 file checked, no problems/)
  return stderr
}

const FORM = '# [Title]\n\n## Context\n'
const kinds = (text: string) => ({'spec.config.yaml': `kinds:\n${text}`, 'forms/adr.md': FORM})

test('a config with a typo', async () => {
  expect(await refusal({'spec.config.yaml': 'specs: specs\nresaerch: notes\n'})).toMatchInlineSnapshot(`
    "error: Unexpected key "resaerch", expected one of $schema, extends, specs,
      research, ignore, kinds, rules
      ┌─ spec.config.yaml:2:1
    2 │ resaerch: notes
      │ ^^^^^^^^
      = did you mean: "research"?

    spec: The settings cannot be used: 1 error in "spec.config.yaml"
    "
  `)
})

test('a severity with a typo', async () => {
  expect(await refusal({'spec.config.yaml': 'rules:\n  residue: eror\n'})).toMatchInlineSnapshot(`
    "error: Unexpected severity "eror", expected one of error, warning, info, off
      ┌─ spec.config.yaml:2:3
    2 │   residue: eror
      │   ^^^^^^^
      = did you mean: "error"?

    spec: The settings cannot be used: 1 error in "spec.config.yaml"
    "
  `)
})

test('a rule with a typo', async () => {
  expect(await refusal({'spec.config.yaml': 'rules:\n  reside: off\n'})).toMatchInlineSnapshot(`
    "error: Unexpected rule "reside", expected one that "spec rules" lists
      ┌─ spec.config.yaml:2:3
    2 │   reside: off
      │   ^^^^^^
      = did you mean: "residue"?

    spec: The settings cannot be used: 1 error in "spec.config.yaml"
    "
  `)
})

test('limits, which only the command line raises', async () => {
  expect(await refusal({'spec.config.yaml': 'maxSize: 9000000\nlimits: {bytes: 9000000}\n'})).toMatchInlineSnapshot(`
    "error: Unexpected key "maxSize": no config raises a limit, expected --max-size
      on the command line
      ┌─ spec.config.yaml:1:1
    1 │ maxSize: 9000000
      │ ^^^^^^^

    error: Unexpected key "limits": no config raises a limit, expected --max-size on
      the command line
      ┌─ spec.config.yaml:2:1
    2 │ limits: {bytes: 9000000}
      │ ^^^^^^

    spec: The settings cannot be used: 2 errors in "spec.config.yaml"
    "
  `)
})

test('a schema with a cycle', async () => {
  const kind = kinds('  adr:\n    files: specs/*.md\n    template: forms/adr.md\n    schema: forms/adr.yaml\n')
  const cycle = `$ref: specwright:core
$defs:
  part: {$ref: "#/$defs/whole"}
  whole: {allOf: [{$ref: "#/$defs/part"}]}
  missing-part:
    title: A decision has its parts
    description: Each answers a question.
    severity: error
    message: Missing "{missing}", expected it here
    $ref: "#/$defs/part"
`
  expect(await refusal({...kind, 'forms/adr.yaml': cycle})).toMatchInlineSnapshot(`
    "error: Unexpected circle of references without end: part → whole → part
      ┌─ forms/adr.yaml:3:3
    3 │   part: {$ref: "#/$defs/whole"}
      │   ^^^^

    spec: The settings cannot be used: 1 error in "forms/adr.yaml"
    "
  `)
  expect(await refusal({'team.yaml': '$id: team\n$ref: team\n'}, '--schema', 'team.yaml')).toMatchInlineSnapshot(`
    "error: Unexpected schema "team" to build on, expected one of specwright:core,
      specwright:rfc, specwright:research, specwright:index
      ┌─ team.yaml:2:1
    2 │ $ref: team
      │ ^^^^

    spec: The schema "team.yaml" cannot be used: 1 error
    "
  `)
})

test('a template without headings', async () => {
  const files = kinds('  adr: {files: specs/*.md, template: forms/adr.md}\n')
  expect(await refusal({...files, 'forms/adr.md': 'Write what you like.\n'})).toMatchInlineSnapshot(`
    "error: The template has no headings of level 2, expected its sections
      ┌─ forms/adr.md:1:1
    1 │ Write what you like.
      │ ^^^^^^^^^^^^^^^^^^^^

    spec: The settings cannot be used: 1 error in "forms/adr.md"
    "
  `)
})

test('an extends that leaves the workspace', async () => {
  expect(
    await refusal({'spec.config.yaml': 'extends:\n  - ../team.yaml\n', '../team.yaml': ''}),
  ).toMatchInlineSnapshot(`
    "error: Unexpected "../team.yaml" that leaves the workspace, expected a file
      below its root, or a package
      ┌─ spec.config.yaml:2:5
    2 │   - ../team.yaml
      │     ^^^^^^^^^^^^

    spec: The settings cannot be used: 1 error in "spec.config.yaml"
    "
  `)
})

test('two kinds that claim one file', async () => {
  const both =
    '  adr: {files: specs/*.md, template: forms/adr.md}\n  note: {files: specs/a*.md, template: forms/adr.md}\n'
  expect(await refusal(kinds(both))).toMatchInlineSnapshot(`
    "spec: "specs/a.md" is claimed by several kinds of the config: adr (spec.config.yaml:2), note (spec.config.yaml:3)
    "
  `)
})

test('a baseline of another version', async () => {
  expect(
    await refusal({'spec.baseline.json': '{\n  "schemaVersion": 2,\n  "violations": {}\n}\n'}),
  ).toMatchInlineSnapshot(`
    "error: Unexpected version 2 of the baseline, expected 1; delete the file and
      write it anew with "spec lint --update-baseline"
      ┌─ spec.baseline.json:2:3
    2 │   "schemaVersion": 2,
      │   ^^^^^^^^^^^^^^^

    spec: The baseline "spec.baseline.json" cannot be used: 1 error
    "
  `)
})

test('globs and folders of the config that match nothing', async () => {
  const config = kinds('  adr: {files: "docs/decsions/*.md", template: forms/adr.md}\n')
  const files = {...config, 'docs/decisions/1.md': '# One\n\n## Context\n\nSo.\n'}
  files['spec.config.yaml'] += 'research: resaerch\n'
  expect(await refusal({...files, 'research/r.md': '# R\n'})).toMatchInlineSnapshot(`
    "spec: The folder "resaerch" of the config does not exist (spec.config.yaml:3). Did you mean "research"?
    spec: The glob "docs/decsions/*.md" of the kind adr matches nothing (spec.config.yaml:2). Did you mean "docs/decisions"?
    "
  `)
})
