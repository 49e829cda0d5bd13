import {itemAt} from '../item-at.js'
import {literalOf, signTest} from './sign-test.js'
import {type Node, PatternError} from './tree.js'

/** What a step of a program does. */
export const OP = {
  /** The whole pattern, or the look that the step belongs to, has matched. */
  match: 0,
  /** Goes on at `next`, and when that fails at `other`. */
  split: 1,
  /** Takes the sign with the number `value`. */
  literal: 2,
  /** Takes a sign that the test `value` holds for. */
  sign: 3,
  literalBack: 4,
  signBack: 5,
  start: 6,
  end: 7,
  word: 8,
  noWord: 9,
  /** Goes on where what begins at the step `value` matches here. */
  look: 10,
  notLook: 11,
} as const

/** A pattern as steps, in columns. */
export interface Program {
  ops: Uint8Array
  values: Int32Array
  nexts: Int32Array
  others: Int32Array
  /** A step's number among those that are reached by more than one way, or that all of it or a look begins with; -1 for all others. */
  marks: Int32Array
  markCount: number
  tests: readonly ((code: number) => boolean)[]
  entry: number
}

const MOST_STEPS = 10_000

/** @throws PatternError where the pattern comes to too many steps. */
export function programOf(pattern: Node): Program {
  const steps: {op: number; value: number; next: number; other: number}[] = []
  const tests: ((code: number) => boolean)[] = []
  const numbers = new Map<string, number>()
  const looks: number[] = []
  let repeat: Extract<Node, {type: 'repeat'}> | undefined

  const add = (op: number, next: number, value = 0, other = -1): number => {
    if (steps.length >= MOST_STEPS) {
      const where = repeat === undefined ? '' : ` (the repetition at ${repeat.at + 1} comes to more)`
      throw new PatternError(`expected one of at most ${MOST_STEPS} steps${where}`)
    }
    return steps.push({op, value, next, other}) - 1
  }

  const testOf = (source: string): number => {
    const known = numbers.get(source)
    if (known !== undefined) return known
    numbers.set(source, tests.length)
    return tests.push(signTest(source)) - 1
  }

  // Each adds the steps of a node that go on at `next`, and gives the step that it begins with.
  const compile = (node: Node, next: number, back: boolean): number => {
    switch (node.type) {
      case 'sign': {
        const literal = literalOf(node.source)
        if (literal !== undefined) return add(back ? OP.literalBack : OP.literal, next, literal)
        return add(back ? OP.signBack : OP.sign, next, testOf(node.source))
      }
      case 'border':
        return add({'^': OP.start, $: OP.end, '\\b': OP.word, '\\B': OP.noWord}[node.source], next)
      case 'sequence':
        return (back ? node.nodes : node.nodes.toReversed()).reduce((after, inner) => compile(inner, after, back), next)
      case 'choice':
        return node.nodes
          .map(inner => compile(inner, next, back))
          .reduceRight((other, entry) => add(OP.split, entry, 0, other))
      case 'repeat':
        return compileRepeat(node, next, back)
      case 'look': {
        const entry = compile(node.node, add(OP.match, -1), node.behind)
        looks.push(entry)
        return add(node.negative ? OP.notLook : OP.look, next, entry)
      }
    }
  }

  const split = (greedy: boolean, body: number, next: number): number =>
    greedy ? add(OP.split, body, 0, next) : add(OP.split, next, 0, body)

  const compileRepeat = (node: Extract<Node, {type: 'repeat'}>, next: number, back: boolean): number => {
    const {node: body, min, max, greedy} = node
    const outer = repeat
    repeat = node
    let entry = next
    if (max === Number.POSITIVE_INFINITY) {
      const loop = split(greedy, next, next)
      const begin = compile(body, loop, back)
      Object.assign(itemAt(steps, loop), greedy ? {next: begin} : {other: begin})
      entry = loop
    } else for (let n = min; n < max; n++) entry = split(greedy, compile(body, entry, back), next)
    for (let n = 0; n < min; n++) {
      // What has no steps has none however often.
      const before = compile(body, entry, back)
      if (before === entry) break
      entry = before
    }
    repeat = outer
    return entry
  }

  const entry = compile(pattern, add(OP.match, -1), false)
  return {...columnsOf(steps), ...marksOf(steps, [...looks, entry]), tests, entry}
}

type Steps = readonly {op: number; value: number; next: number; other: number}[]

function columnsOf(steps: Steps): Pick<Program, 'ops' | 'values' | 'nexts' | 'others'> {
  return {
    ops: Uint8Array.from(steps, ({op}) => op),
    values: Int32Array.from(steps, ({value}) => value),
    nexts: Int32Array.from(steps, ({next}) => next),
    others: Int32Array.from(steps, ({other}) => other),
  }
}

function marksOf(steps: Steps, entries: readonly number[]): Pick<Program, 'marks' | 'markCount'> {
  const ways = new Uint32Array(steps.length)
  for (const {next, other} of steps) for (const to of [next, other]) if (to >= 0) ways[to] = itemAt(ways, to) + 1
  const begins = new Set(entries)
  let markCount = 0
  const marks = Int32Array.from(steps, (_, step) => (itemAt(ways, step) > 1 || begins.has(step) ? markCount++ : -1))
  return {marks, markCount}
}
