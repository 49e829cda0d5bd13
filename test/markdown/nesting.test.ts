import {expect, test} from 'vitest'
import {random} from '../../bench/random.mjs'
import {readWithRemark} from '../../src/markdown/engines/remark.js'
import {containerSteps} from '../../src/markdown/nesting.js'

const CONTAINERS = ['blockquote', 'listItem', 'footnoteDefinition']

interface Node {
  type: string
  children?: Node[]
}

function depthOf(node: Node): number {
  const below = Math.max(0, ...(node.children ?? []).map(depthOf))
  return below + (CONTAINERS.includes(node.type) ? 1 : 0)
}

const treeDepth = (text: string): number => depthOf(readWithRemark(text, {frontmatterEnd: undefined}) as Node)
const counted = (text: string): number => Math.max(0, ...Array.from(containerSteps(text), ({depth}) => depth))

test.each([
  ['10) a\n\ta\na\n      >a', 2],
  ['> a\nb\n> > c', 2],
  ['- a\nb\n  - c\nd\n    > e', 3],
  ['> a\n2. b\n> > c', 2],
  ['> a\n\nb\n> c', 1],
  ['- a\n\nb\n  > c', 1],
  ['> # a\nb\n> - c', 2],
])('%j nests %i levels', (text, depth) => {
  expect(treeDepth(text)).toBe(depth)
  expect(counted(text)).toBe(depth)
})

const PIECES = ['> ', '>', '- ', '* ', '-', '1. ', '10) ', '2. ', '  ', '    ', '\t', ' ', '-\t', '']
const WORDS = ['a', 'a', 'a', '', '# a', '---', '```', '[^a]: ']

test.each([1, 2, 3, 4, 5, 6, 7, 8])('no document nests deeper than is counted (seed %i)', seed => {
  const next = random(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? ''
  let same = 0
  const runs = 3_000
  for (let run = 0; run < runs; run++) {
    const line = () => Array.from({length: Math.floor(next() * 5)}, () => pick(PIECES)).join('') + pick(WORDS)
    const text = Array.from({length: 1 + Math.floor(next() * 6)}, line).join('\n')
    const [depth, most] = [treeDepth(text), counted(text)]
    expect(most, JSON.stringify(text)).toBeGreaterThanOrEqual(depth)
    if (most === depth) same++
  }
  // A bound that is far above would refuse what can be read.
  expect(same / runs).toBeGreaterThan(0.9)
})
