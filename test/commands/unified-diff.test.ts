import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {gitDiff, unifiedDiff} from '../../src/commands/support/unified-diff.js'
import {folder} from '../support/folders.js'

/** What `git apply` and `patch` make of a text by its diff. */
function appliedBy(tool: 'git' | 'patch', before: string, diff: string, name = 'a b.md'): string {
  const root = folder({})
  writeFileSync(join(root, name), before)
  const [command, args] =
    tool === 'git' ? ['git', ['apply', '--whitespace=nowarn', '-']] : ['patch', ['-p1', '-s', '--binary']]
  execFileSync(String(command), args as string[], {cwd: root, input: diff, stdio: ['pipe', 'pipe', 'pipe']})
  return readFileSync(join(root, name), 'utf8')
}

describe('a unified diff', () => {
  test('has three lines of context, and joins what is near', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\n'
    expect(unifiedDiff('x.md', before, before.replace('e', 'E').replace('i', 'I'))).toBe(
      '--- a/x.md\n+++ b/x.md\n@@ -2,11 +2,11 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n-i\n+I\n j\n k\n l\n',
    )
  })
  test('of the same text is empty', () => expect(unifiedDiff('x.md', 'a', 'a')).toBe(''))
  test.each([
    ['a\nb', 'a\nB'],
    ['a\nb', 'a\nb\n'],
    ['a\r\nb\r\n', 'a\r\nB\r\n'],
    ['\uFEFFa\n', '\uFEFFA\n'],
    ['a\rb\r', 'a\rB\r'],
    ['', 'a\n'],
    ['a\n', ''],
    ['a\n\n\nb\n', 'a\nb\n'],
  ])('from %j to %j is taken by git', (before, after) => {
    expect(appliedBy('git', before, unifiedDiff('a b.md', before, after))).toBe(after)
  })
  test.each(['git', 'patch'] as const)('is taken by %s whatever has changed', tool => {
    const line = fc.constantFrom('a', 'b', 'c', '', 'd\r', '+e', '-f', '@@', '\\ g')
    const text = fc
      .tuple(fc.array(line, {minLength: 1, maxLength: 30}), fc.boolean())
      .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : 'x'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = unifiedDiff('a b.md', before, after)
        expect(diff === '' ? before : appliedBy(tool, before, diff)).toBe(after)
      }),
      {numRuns: 40},
    )
  })
  test('tells the whole as replaced where too much differs', () => {
    const text = (sign: string) => Array.from({length: 1500}, (_, index) => `${sign}${index}\n`).join('')
    const [before, after] = [`${text('a')}x`, text('b')]
    const diff = unifiedDiff('a b.md', before, after)
    expect(diff).toContain('@@ -1,1501 +1,1500 @@\n')
    for (const tool of ['git', 'patch'] as const) expect(appliedBy(tool, before, diff)).toBe(after)
  })
  test('quotes a name that would end the line', () => {
    expect(unifiedDiff('a\n"b".md', 'a', 'b').split('\n')[0]).toBe(String.raw`--- "a/a\n\"b\".md"`)
  })
})

describe('a diff with a new name', () => {
  test.each([
    ['a.md', 'b/c d.md', 'a\nb\n', 'a\nB\n'],
    ['a.md', 'b.md', 'a\n', 'a\n'],
    ['x y.md', 'ä.md', 'a', 'b'],
    ['a"b.md', 'c\td.md', 'a\n', 'b\n'],
  ])('of %j to %j is taken by git, beside one of another file', (path, newPath, before, after) => {
    const root = folder({[path]: before, 'z.md': 'z\n'})
    const diff = gitDiff({path, newPath, before, after}) + gitDiff({path: 'z.md', before: 'z\n', after: 'Z\n'})
    execFileSync('git', ['apply', '-'], {cwd: root, input: diff, stdio: ['pipe', 'pipe', 'pipe']})
    expect(readFileSync(join(root, newPath), 'utf8')).toBe(after)
    expect(existsSync(join(root, path))).toBe(false)
    expect(readFileSync(join(root, 'z.md'), 'utf8')).toBe('Z\n')
  })
  test('of nothing is empty', () => expect(gitDiff({path: 'a', before: 'x', after: 'x'})).toBe(''))
})
