import {describe, expect, test} from 'vitest'
import {planned} from '../../src/facts/planned.js'
import type {Citation} from '../../src/facts/types.js'
import type {Entry, World} from '../../src/workspace/index.js'
import {at, documentOf} from './support.js'

const world = (entries: Record<string, Entry> = {}): World => ({
  specs: [],
  research: [],
  entries: new Map(Object.entries(entries)),
})

const files = (text: string) => planned(documentOf(text), [], world())

describe('a planned file', () => {
  test.each([
    'Create `src/x.ts`.',
    '- [ ] **Add:** the new module `src/x.ts`',
    '3. Add an `./src/x.ts`',
    'A new file: `src/x.ts` holds it.',
    'New test files in `src/x.ts`',
    'Put it in `src/x.ts` (new).',
    '**`src/x.ts`** (**new file**)',
    '`src/x.ts` — new.',
    '| File | Change |\n| - | - |\n| `src/x.ts` | created |',
    '| File | Words |\n| - | - |\n| `src/x.ts` | New |',
    '  | File | Change |\n  | - | - |\n  | `src/x.ts` | created |',
    'a | b\n| File | Change |\n| - | - |\n| `src/x.ts` | created |',
    '| File | a | b |\n| - | - | - |\n| `src/x.ts` | y | new file |',
  ])('is named: %j', text => {
    expect(files(text).map(({path}) => path)).toEqual(['src/x.ts'])
  })

  test.each([
    'Add `src/x.ts` entries.',
    'We create `src/x.ts`.',
    'It writes a new file `src/x.ts`.',
    'A new file `src/x.ts` on every run.',
    'Create `x.ts`.',
    'Create `/src/x.ts`.',
    'Create `../../src/x.ts`.',
    'Create `src/*.ts`.',
    'Create `src/{a,b}.ts`.',
    'Create `src/.../x.ts`.',
    'Create `~/x.ts`.',
    'Create `src/x`.',
    'Create src/x.ts.',
    '```\nCreate `src/x.ts`.\n```',
    '| `src/x.ts` | created |\n| - | - |',
    '| File | Change | b |\n| - | - | - |\n| `src/x.ts` | y | created |',
    '| File | Change |\n| - | - |\n\n| `src/x.ts` | created |',
    '| File | Change |\n| - | - |\n| `src/x.ts` | `src/y.ts` | new |',
  ])('is none: %j', text => {
    expect(files(text)).toEqual([])
  })

  test('is told once, with its section and the place of its path', () => {
    const text = 'Create `src/x.ts`.\n\n## 1. Executive Summary\n\nCreate `src/x.ts` and new file `src/y.ts`.\n'
    const found = files(text)
    expect(found.map(({path, section, position}) => [path, section, at(text, position)])).toEqual([
      ['src/x.ts', undefined, 'src/x.ts'],
      ['src/y.ts', 'executive-summary', 'src/y.ts'],
    ])
    expect(found[0]).not.toHaveProperty('section')
  })
})

describe('a planned file exists', () => {
  const exists = (citations: Partial<Citation>[], entries?: Record<string, Entry>) => {
    const document = documentOf('Create `src/x.ts`.')
    const position = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 2, offset: 1}}
    const cited = citations.map(
      (more): Citation => ({
        form: 'code-span',
        kind: 'code',
        text: '',
        target: 'src/x.ts',
        exists: true,
        position,
        ...more,
      }),
    )
    return planned(document, cited, world(entries))[0]?.exists
  }

  test('where the world has it, or a citation of it is right', () => {
    expect(exists([], {'src/x.ts': {type: 'file'}})).toBe(true)
    expect(exists([{}])).toBe(true)
    expect(exists([{drift: {state: 'changed', same: false}}])).toBe(true)
  })

  test('but not as a folder, as another file, or as one that is gone', () => {
    expect(exists([])).toBe(false)
    expect(exists([], {'src/x.ts': {type: 'folder'}})).toBe(false)
    expect(exists([{target: 'src/y.ts'}])).toBe(false)
    expect(exists([{kind: 'spec'}])).toBe(false)
    expect(exists([{exists: false}])).toBe(false)
    expect(exists([{drift: {state: 'deleted', same: false}}])).toBe(false)
  })
})

describe('a planned file is explained', () => {
  const explained = (line: string) => files(`Create \`src/x.ts\`.\n\n${line}\n`)[0]?.explained

  test.each([
    '~~`src/x.ts`~~',
    '`src/x.ts` was not needed.',
    '`src/x.ts` was moved to `src/y.ts`.',
    '`src/x.ts` was merged into `src/y.ts`.',
    'It lives in `src/y.ts` instead (`src/x.ts`).',
    'We took `src/y.ts` instead of a new file `src/x.ts`.',
    'We took `src/y.ts` instead of `./src/x.ts`.',
    'Not created: src/x.ts.',
  ])('%s', line => {
    expect(explained(line)).toBe(true)
  })

  test.each([
    '`src/x.ts` is fine.',
    '`src/y.ts` was not needed.',
    '`src/x.ts` was moved from `src/y.ts`.',
    '`src/x.ts`: a class instead of functions.',
    '`src/x.ts` instead of `src/y.ts`.',
    'It is not needed, lib/src/y.ts.',
  ])('not: %s', line => {
    expect(explained(line)).toBe(false)
  })

  test('by any of its lines, whatever other paths stand there', () => {
    const text = 'Create `a/b/x.ts`.\n\nCreate `b/x.ts`.\n\nDropped: a/b/x.ts.\n'
    expect(files(text).map(each => [each.path, each.explained])).toEqual([
      ['a/b/x.ts', true],
      ['b/x.ts', true],
    ])
    const other = 'Create `a/b/x.ts`.\n\nCreate `b/x.ts`.\n\nDropped: b/x.ts.\n'
    expect(files(other).map(each => each.explained)).toEqual([false, true])
  })
})
