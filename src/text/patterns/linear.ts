import type {Program} from './program.js'
import {Search} from './search.js'
import type {Match, Pattern} from './types.js'

/** A pattern that remembers where it has failed, so that it looks at no place twice in the same way. */
export class LinearPattern implements Pattern {
  lastIndex = 0
  readonly #source: string
  readonly #flags: string
  readonly #program: Program
  #last: {text: string; search: Search; end: number} | undefined

  constructor(source: string, flags: string, program: Program) {
    this.#source = source
    this.#flags = flags
    this.#program = program
  }

  /** Steps that the last text took. */
  get steps(): number {
    return this.#last?.search.steps ?? 0
  }

  test(text: string): boolean {
    return this.exec(text) !== null
  }

  exec(text: string): Match | null {
    const isGlobal = this.#flags.includes('g')
    const from = isGlobal ? this.lastIndex : 0
    const last = this.#last
    // What was remembered of a text serves for all that follows a match in it.
    const search = last?.text === text && from >= last.end ? last.search : new Search(this.#program, text)
    const found = from > text.length ? undefined : search.next(from)
    this.#last = {text, search, end: found?.end ?? from}
    if (isGlobal) this.lastIndex = found?.end ?? 0
    return found ? {0: text.slice(found.start, found.end), index: found.start} : null
  }

  toString(): string {
    return `/${this.#source}/${this.#flags}`
  }
}
