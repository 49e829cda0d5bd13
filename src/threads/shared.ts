/** A value that goes over once: later it is told by its number. */
export interface Shared<T> {
  number: number
  value?: T
  /** For the types alone. */
  of?: T
}

/** What was sent to one thread. */
export class Sent {
  readonly #numbers = new WeakMap<object, number>()
  #count = 0

  share<T extends object>(value: T): Shared<T> {
    const known = this.#numbers.get(value)
    if (known !== undefined) return {number: known}
    const number = this.#count++
    this.#numbers.set(value, number)
    return {number, value}
  }
}

/** What a thread was sent. */
export class Received {
  readonly #values = new Map<number, unknown>()

  take<T>({number, value}: Shared<T>): T {
    if (value !== undefined) this.#values.set(number, value)
    return this.#values.get(number) as T
  }
}
