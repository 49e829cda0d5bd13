import {itemAt} from '../item-at.js'
import {LimitError} from '../limit-error.js'
import {OP, type Program} from './program.js'
import {isPair, isWord, signAt, signBefore} from './signs.js'

// What one search may take: bytes for what it remembers, and steps.
const MOST_MEMORY = 32 * 1024 * 1024
const MOST_STEPS = 50_000_000

/** What is remembered of a step at a place of the text; 0: nothing yet. */
const FAILS = 1
const MATCHES = 2
/** It lies on the way that is gone now. */
const PENDING = 3
/** It fails but for a way that comes back to where it came from, which fails or matches by other ways. */
const DEPENDS = 4

/** A search for a pattern along one text: at every place it does each step once, and remembers what came of it. */
export class Search {
  /** Steps done so far. */
  steps = 0
  readonly #program: Program
  readonly #text: string
  readonly #memory: Uint8Array

  /** @throws LimitError where the text is too long for the pattern. */
  constructor(program: Program, text: string) {
    this.#program = program
    this.#text = text
    const size = program.markCount * (text.length + 1)
    if (size > MOST_MEMORY) throw tooLong(text)
    this.#memory = new Uint8Array(size)
  }

  /** The first match that begins at `from` or later. None may begin before the end of one that was found earlier. */
  next(from: number): {start: number; end: number} | undefined {
    const {ops, values, entry} = this.#program
    const text = this.#text
    const op = ops[entry]
    const literal = op === OP.literal ? String.fromCodePoint(itemAt(values, entry)) : undefined
    for (let start = from; start <= text.length; start += isPair(text, start) ? 2 : 1) {
      if (op === OP.start && start > 0) return undefined
      if (literal !== undefined) {
        start = text.indexOf(literal, start)
        if (start < 0) return undefined
      }
      const end = this.#run(entry, start, false)
      if (end >= 0) return {start, end}
    }
    return undefined
  }

  /** Where a match that begins here ends; -1 where there is none. A look is remembered for good, matches of the whole are not. */
  #run(entry: number, start: number, isLook: boolean): number {
    const {nexts, others, marks, ops} = this.#program
    const memory = this.#memory
    const width = this.#text.length + 1
    const way = new Way(memory)
    // Ways not gone yet: a step, a place, and how long the way to it is.
    const left: number[] = []
    let step = entry
    let at = start
    for (;;) {
      if (++this.steps > MOST_STEPS) throw tooLong(this.#text)
      const mark = marks[step] as number
      const known = mark < 0 ? 0 : way.enter(mark * width + at)
      if (known === MATCHES || (known === 0 && ops[step] === OP.match)) {
        way.succeed(isLook ? MATCHES : 0)
        return at
      }
      let after = -1
      if (known === 0) {
        if (ops[step] === OP.split) left.push(others[step] as number, at, way.length)
        after = this.#after(step, at)
      }
      if (after >= 0) {
        at = after
        step = nexts[step] as number
        continue
      }
      if (left.length === 0) {
        way.fail(0)
        return -1
      }
      way.fail(left.pop() as number)
      at = left.pop() as number
      step = left.pop() as number
    }
  }

  /** Where a step that is done here leads to in the text; -1 where it fails. */
  #after(step: number, at: number): number {
    const {ops, values, tests} = this.#program
    const text = this.#text
    const value = values[step] as number
    switch (ops[step]) {
      case OP.literal: {
        const sign = signAt(text, at)
        return sign === value ? at + (sign > 0xffff ? 2 : 1) : -1
      }
      case OP.sign: {
        const sign = signAt(text, at)
        return sign >= 0 && tests[value]?.(sign) === true ? at + (sign > 0xffff ? 2 : 1) : -1
      }
      case OP.literalBack: {
        const sign = signBefore(text, at)
        return sign === value ? at - (sign > 0xffff ? 2 : 1) : -1
      }
      case OP.signBack: {
        const sign = signBefore(text, at)
        return sign >= 0 && tests[value]?.(sign) === true ? at - (sign > 0xffff ? 2 : 1) : -1
      }
      case OP.start:
        return at === 0 ? at : -1
      case OP.end:
        return at === text.length ? at : -1
      case OP.word:
        return isWord(text, at - 1) === isWord(text, at) ? -1 : at
      case OP.noWord:
        return isWord(text, at - 1) === isWord(text, at) ? at : -1
      case OP.look:
        return this.#run(value, at, true) < 0 ? -1 : at
      case OP.notLook:
        return this.#run(value, at, true) < 0 ? at : -1
      default:
        return at
    }
  }
}

/** The way that is gone now: marks, in the order in which they were met, with what is remembered of each. */
class Way {
  readonly #memory: Uint8Array
  readonly #keys: number[] = []
  readonly #dependent: number[] = []
  /** The place on the way that the dependent ones came back to. */
  #root = Number.POSITIVE_INFINITY

  constructor(memory: Uint8Array) {
    this.#memory = memory
  }

  get length(): number {
    return this.#keys.length
  }

  /** Goes over a mark; gives what was remembered of it. */
  enter(key: number): number {
    const known = this.#memory[key] as number
    if (known === PENDING) this.#root = Math.min(this.#root, this.#keys.lastIndexOf(key))
    else if (known === 0) {
      this.#memory[key] = PENDING
      this.#keys.push(key)
    }
    return known
  }

  /** Goes back to where the way was shorter: what lies behind that has failed. */
  fail(length: number): void {
    while (this.#keys.length > length) {
      const key = this.#keys.pop() as number
      const depends = this.#keys.length > this.#root
      this.#memory[key] = depends ? DEPENDS : FAILS
      if (depends) this.#dependent.push(key)
    }
    if (length > this.#root) return
    this.#settle(FAILS)
    this.#root = Number.POSITIVE_INFINITY
  }

  succeed(value: number): void {
    for (const key of this.#keys) this.#memory[key] = value
    this.#settle(0)
  }

  #settle(value: number): void {
    for (const key of this.#dependent) this.#memory[key] = value
    this.#dependent.length = 0
  }
}

function tooLong(text: string): LimitError {
  return new LimitError(`a text of ${text.length} signs is too long for a pattern that is looked for in it`)
}
