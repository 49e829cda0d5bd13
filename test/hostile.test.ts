import {spawn} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {folder} from './support/folders.js'

const bin = fileURLToPath(new URL('../bin/spec.js', import.meta.url))

interface Outcome {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the command as a user would, with a deadline that kills it. */
function spec(cwd: string, ...args: string[]): Promise<Outcome> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [bin, ...args], {cwd, timeout: 30_000, stdio: ['ignore', 'pipe', 'pipe']})
    const out: Record<'stdout' | 'stderr', string> = {stdout: '', stderr: ''}
    child.stdout.on('data', (data: Buffer) => {
      out.stdout += data
    })
    child.stderr.on('data', (data: Buffer) => {
      out.stderr += data
    })
    child.on('close', status => resolve({status, ...out}))
  })
}

const quotes = (depth: number): string => `# A\n\n${'> '.repeat(depth)}deep\n`
const frontmatter = (yaml: string): string => `---\n${yaml}\n---\n\n# Research: A\n`
const CASES: Record<string, {content: string | Buffer; status: number; says?: RegExp}> = {
  'CRLF line ends': {content: '# A\r\n\r\n| A | B |\r\n| - | - |\r\n| Status | Nope |\r\n', status: 1},
  'a byte order mark': {content: '\uFEFF# A\n\n| A | B |\n| - | - |\n| Status | Nope |\n', status: 1},
  'invalid UTF-8': {content: Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]), status: 2, says: /UTF-8/},
  'one byte': {content: 'A', status: 1},
  'no byte': {content: '', status: 1, says: /empty/},
  '10 MB': {content: `# A\n\n${'word '.repeat(2_000_000)}\n`, status: 2, says: /size of 10000006 bytes/},
  '5,000 nested quotes': {content: quotes(5000), status: 2, says: /nest|deep/},
  '5,000 nested lists': {content: `# A\n\n${'- '.repeat(5000)}deep\n`, status: 2, says: /nest|deep/},
  '50 nested quotes': {content: quotes(50), status: 1},
  'headings with the names of properties': {
    content:
      '# A\n\n## __proto__\n\ntext\n\n## constructor\n\ntext\n\n## 2026\n\ntext\n\n### toString\n\ntext\n\n## hasOwnProperty\n',
    status: 1,
  },
  'metadata with the names of properties': {
    content: '# A\n\n| A | B |\n| - | - |\n| __proto__ | x |\n| constructor | y |\n',
    status: 1,
  },
  'NUL and control characters': {content: '# A\u0000\u001b[2J\u0007\n\n## B\u202e\n', status: 1},
  'a thousand brackets': {content: `# A\n\n${'['.repeat(1000)}x${']'.repeat(1000)}\n`, status: 1},
}

describe.each(Object.entries(CASES))('%s', (_name, {content, status, says}) => {
  test('is answered, without a stack trace', async () => {
    const root = folder({'specs/a.md': content})
    const outcome = await spec(root, 'lint', 'specs/a.md')
    expect(outcome.stdout + outcome.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
    expect(outcome.status).toBe(status)
    if (says) expect(outcome.stdout + outcome.stderr).toMatch(says)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach a terminal
    expect(outcome.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)

    const facts = await spec(root, 'facts', 'specs/a.md')
    expect(facts.stdout + facts.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
    expect(facts.status).toBe(status === 2 ? 2 : 0)
  })
})

const YAML: Record<string, string> = {
  'deep flow': `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  'deep block': Array.from({length: 2_000}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  wide: `a: [${'x, '.repeat(200_000)}x]`,
  aliases: `a: &a [x]\n${Array.from({length: 50}, (_, n) => `b${n}: [*a, *a, *a, *a, *a, *a, *a, *a, *a]`).join('\n')}`,
  'an alias bomb': `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]`,
  tags: 'a: !!js/function "x"',
  'deep sequences': `a:\n  ${'- '.repeat(20_000)}x`,
}

describe.each(Object.entries(YAML))('hostile frontmatter: %s', (_name, yaml) => {
  test('neither lint nor research nor scaffold aborts', async () => {
    const root = folder({})
    mkdirSync(join(root, 'research'))
    mkdirSync(join(root, 'specs'))
    writeFileSync(join(root, 'research/a.md'), frontmatter(yaml))
    writeFileSync(join(root, 'specs/b.md'), frontmatter(yaml))
    for (const args of [
      ['lint'],
      ['lint', '--research'],
      ['research', 'a'],
      ['scaffold', 'A', '--dry-run', '--date', '2026-01-01'],
    ]) {
      const outcome = await spec(root, ...args)
      expect(outcome.stdout + outcome.stderr, args.join(' ')).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
      const refused = /not checked|not read|refused/i.test(outcome.stdout + outcome.stderr)
      expect(refused ? [0, 1, 2] : [0, 1], args.join(' ')).toContain(outcome.status)
    }
  })
})
