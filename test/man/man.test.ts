import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {manText} from '../../src/cli/man.js'
import {GLOBAL} from '../../src/cli/options.js'
import {commands, type OptionSpecs} from '../../src/commands/index.js'
import {commandTable} from '../../src/generated/command-table.js'

const project = new URL('../../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', project), 'utf8')) as {man: string[]}
const hasGroff = spawnSync('groff', ['--version']).error === undefined

/** A page as a reader sees it, in lines as long as they come. What groff warns of fails. */
function rendered(source: string): string {
  const wide = `.ll 9999n\n.nh\n.ad l\n${source.replace(/^\.TH .*$/m, '$&\n.ll 9999n\n.nh\n.ad l')}`
  const {status, stdout, stderr} = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-rLL=9999n', '-P-cbou'], {
    input: wide,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

test('package.json lists a page for spec and for each command', () => {
  const names = ['spec', ...commands.map(({name}) => `spec-${name.replaceAll(' ', '-')}`)]
  expect(manifest.man.toSorted()).toEqual(names.map(name => `man/${name}.1`).sort())
})

test('what is to be typed is bold, what stands for something else in italics', () => {
  const page = {name: 'spec-x', caption: 'X', version: '1.2.3', seeAlso: ['spec', 'spec-y'], description: 'Does x.'}
  const text = manText(
    {
      ...page,
      usage: 'spec x FILE [OPTIONS]',
      arguments: [['FILE', 'A document']],
      commands: [['spec x y', 'Y']],
      examples: [['spec x a.md', 'Try it']],
      more: ['Exit status: 0 done.', 'A note.'],
    },
    {quiet: {type: 'boolean', alias: 'q', describe: 'Say less'}},
  )
  expect(text).toContain('\n.SH "SYNOPSIS"\n\\fBspec\\fR \\fBx\\fR \\fIFILE\\fR \\fI[OPTIONS]\\fR\n')
  expect(text).toContain('\n.SH "COMMANDS"\n.TP\n\\fBspec x y\\fR\nY\n')
  expect(text).toContain('\n.SH "ARGUMENTS"\n.TP\n\\fIFILE\\fR\nA document\n')
  expect(text).toContain('\n.SH "OPTIONS"\n.TP\n\\fB\\-q, \\-\\-quiet\\fR\nSay less\n')
  expect(text).toContain('\n.SH "EXIT STATUS"\n.PP\n0 done.\n.SH "NOTES"\n.PP\nA note.\n')
  expect(text).toContain('\n.SH "SEE ALSO"\n\\fBspec\\fR(1), \\fBspec\\-y\\fR(1)\n')
})

describe.runIf(hasGroff)('groff, where it is there, prints without a warning', () => {
  test.each(commandTable.map(command => [command.name, command] as const))('spec %s', (name, command) => {
    const text = rendered(readFileSync(new URL(`man/spec-${name.replaceAll(' ', '-')}.1`, project), 'utf8'))
    expect(text).toContain(`spec-${name.replaceAll(' ', '-')} - ${command.caption}`)
    const options: OptionSpecs = {...command.options, ...GLOBAL}
    for (const [option, {alias, value, describe}] of Object.entries(options)) {
      const term = `${alias === undefined ? '' : `-${alias}, `}--${option}${value === undefined ? '' : ` ${value}`}`
      const shown = lines(text).map(line => line.replace(/\s+/g, ' '))
      // A short one has its words on the same line.
      if (!shown.includes(`${term} ${describe}`)) expect(shown).toEqual(expect.arrayContaining([term, describe]))
    }
    for (const [placeholder, words] of command.arguments)
      expect(text.replace(/\s+/g, ' ')).toContain(`${placeholder} ${words}`)
  })

  test('spec', () => {
    const text = rendered(readFileSync(new URL('man/spec.1', project), 'utf8'))
    for (const {name, caption} of commands) {
      expect(text).toContain(`spec ${name}`)
      expect(text).toContain(caption)
      expect(text).toContain(`spec-${name.replaceAll(' ', '-')}(1)`)
    }
  })

  test('any text letter by letter', () => {
    const word = fc.stringMatching(/^[!-~À-ÿ–…→]{1,12}$/)
    const texts = fc.array(word, {minLength: 1, maxLength: 6}).map(words => words.join(' '))
    fc.assert(
      fc.property(texts, texts, (caption, description) => {
        const page = {name: 'spec-x', caption: 'X', version: '0', seeAlso: ['spec'], usage: 'spec x', description}
        const text = rendered(
          manText(
            {...page, examples: [[description, caption]]},
            {'longer-than-the-indent': {type: 'boolean', describe: caption}},
          ),
        )
        expect(lines(text)).toEqual(expect.arrayContaining([description, `${caption}:`, caption]))
      }),
      {numRuns: 30},
    )
  })
})

const lines = (text: string): string[] => text.split('\n').map(line => line.trim())
