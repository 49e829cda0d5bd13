import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Code} from 'mdast'
import {describe, expect, test} from 'vitest'
import {applyEdits, fixes} from '../../src/fixes/index.js'
import {nodesOfType, parse} from '../../src/markdown/index.js'
import {factsWith} from '../lint/support.js'

const corpus = fileURLToPath(new URL('../../../shared/corpus/atomic/', import.meta.url))
const texts = ['specs', 'research/docs', 'research/web'].flatMap(folder =>
  existsSync(corpus + folder)
    ? readdirSync(corpus + folder)
        .filter(name => name.endsWith('.md'))
        .map(name => ({name: `${folder}/${name}`, text: readFileSync(`${corpus}${folder}/${name}`, 'utf8')}))
    : [],
)

// A document that is broken as it is: a fence of three around others of three hides its sections 6 to 9.
const BROKEN = 'specs/2026-02-20-readme-v0412-update.md'

/** What the fix makes of a text, though nothing is known of its sections: the same where it is not certain. */
function mended(text: string): string {
  const fix = fixes['outer-fence'](undefined, {facts: factsWith(), text})
  return fix ? applyEdits(text, fix.edits) : text
}

/** Whole fenced blocks at the margin, with their places. */
function blocksOf(text: string): Code[] {
  return nodesOfType(parse(text), 'code').filter(({position}) => {
    const source = text.slice(position?.start.offset, position?.end.offset)
    return position?.start.column === 1 && /^(`{3,})[^\n]*\n[\s\S]*\n\1$/.test(source)
  })
}
const placeOf = ({position}: Code): [start: number, end: number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]

describe.skipIf(texts.length === 0)('outer fences of the corpus', () => {
  test('as long as they must be there, they are left alone', () => {
    const changed = []
    for (const {name, text} of texts) if (mended(text) !== text) changed.push(name)
    expect(changed).toEqual([BROKEN])
  })

  test('made too short, they become what they were, or are left alone', () => {
    const found = {same: 0, left: 0, wrong: [] as string[]}
    for (const {name, text} of texts.filter(each => /^`{4,}/m.test(each.text)))
      for (const block of blocksOf(text)) {
        const [start, end] = placeOf(block)
        const run = /^`{4,}/.exec(text.slice(start))?.[0]
        if (run === undefined || !/^```/m.test(block.value)) continue
        const source = text.slice(start, end).slice(run.length, -run.length)
        const broken = `${text.slice(0, start)}\`\`\`${source}\`\`\`${text.slice(end)}`
        const now = mended(broken)
        if (now === text) found.same++
        else if (now === broken) found.left++
        else found.wrong.push(`${name}:${block.position?.start.line}`)
      }
    expect(found).toEqual({same: 7, left: 13, wrong: []})
  })

  test('put around a block, they become longer than it, or are left alone', () => {
    const found = {same: 0, left: 0, wrong: [] as string[]}
    // One of six: each takes two readings of a whole document.
    for (const {name, text} of texts.filter((_, index) => index % 6 === 0)) {
      const blocks = blocksOf(text).filter(({lang}) => lang)
      const block = blocks[Math.floor(blocks.length / 2)]
      if (!block || name === BROKEN) continue
      const [start, end] = placeOf(block)
      const around = (fence: string): string =>
        `${text.slice(0, start)}${fence}markdown\n# Shown\n\n${text.slice(start, end)}\n${fence}${text.slice(end)}`
      const run = /^`+/.exec(text.slice(start))?.[0] ?? ''
      const now = mended(around(run))
      if (now === around(`${run}\``)) found.same++
      else if (now === around(run)) found.left++
      else found.wrong.push(name)
    }
    expect(found).toEqual({same: 54, left: 0, wrong: []})
  })
})
