import {describe, expect, test} from 'vitest'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'

const FILES = {
  'spec.config.yaml': `rules:
  residue: off
kinds:
  adr: {files: 'decisions/*.md', template: forms/adr.md, schema: forms/adr.yaml}
`,
  'forms/adr.md': '# [Name]\n\n## Context\n',
  'forms/adr.yaml': `$ref: specwright:core
$defs:
  long-context:
    title: The context is short
    description: Few read more.
    severity: error
    message: Context has {value} words
    properties: {sections: {properties: {context: {properties: {words: {maximum: 5}}}}}}
  empty-context:
    title: The context says something
    description: ''
    severity: warning
    message: Context has {value} words
    properties: {sections: {properties: {context: {properties: {words: {minimum: 1}}}}}}
`,
}

describe('spec explain', () => {
  test("tells of a rule of a kind of one's own what its schema says, and where", async () => {
    const root = folder(FILES)
    expect(await spec(root, ['explain', 'long-context'])).toEqual({
      status: 0,
      stdout: [
        'long-context: error',
        'The context is short.',
        'Few read more.',
        'A rule of the kind adr (forms/adr.yaml:3).',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
      stderr: '',
    })
    const {stdout} = await spec(root, ['explain', 'empty-context'])
    expect(stdout).toMatch(/^empty-context: warning\n\nThe context says something\.\n\nA rule/)
  })

  test('tells what a rule is in this workspace, and where that is said', async () => {
    const root = folder(FILES)
    const {stdout} = await spec(root, ['explain', 'residue'])
    expect(stdout).toMatch(/\n\nIn this workspace: off \(spec\.config\.yaml:2\)\.\n$/)
    expect((await spec(root, ['explain', 'unclosed-fence'])).stdout).not.toContain('In this workspace')
    expect((await spec(folder(), ['explain', 'residue', '--root', root])).stdout).toContain('In this workspace: off')
    // What is wrong with the settings is told by who needs them.
    const broken = folder({'spec.config.yaml': 'rules: 1\n'})
    expect(await spec(broken, ['explain', 'residue'])).toMatchObject({status: 0, stderr: ''})
  })

  test('tells of a name that no rule has which are near', async () => {
    const root = folder(FILES)
    expect(await spec(root, ['explain', 'long-contexts'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Unknown rule "long-contexts". Did you mean "long-context"?'),
    })
    expect(await spec(root, ['explain', 'zzzzzzzz'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Unknown rule "zzzzzzzz", see "spec rules"'),
    })
  })
})
