// What tests use of the fuzz, which is plain JavaScript: it runs on what was built.

export interface Fault {
  name: string
  words: string
}

export interface Answer {
  index: number
  ms: number
  faults: Fault[]
}

/** Plain data that names the subject that it is put through. */
export type Input = {subject: string} & Record<string, unknown>

export interface FoundFault extends Fault {
  family: string
  index: number
}

export interface Result {
  families: {name: string; inputs: number; ms: number; slowest: {index: number; ms: number}}[]
  faults: FoundFault[]
}

export const families: readonly {name: string; weight: number; make(choose: unknown): Input}[]
export function inputOf(place: {seed: number; family: string; index: number}): Input
export function kept(): (FoundFault & {file: string; seed: number; input: Input})[]

export function misplaced(value: unknown, text: string): string[]
export function unsorted(messages: readonly unknown[]): string[]
export function doubled(messages: readonly {fingerprint: string}[]): string[]
export function unescaped(text: string, options?: {commands?: boolean}): string[]
export function stackTraces(text: string): string[]
export function invalidReport(text: string): string[]
export function differing(one: unknown, other: unknown): string[]
export function timeless(text: string): string
export function outcomeOf(
  what: string,
  call: () => unknown,
): Promise<{value?: unknown; refused?: string; faults: Fault[]}>

export function reduce<Value>(
  input: Value,
  holds: (smaller: Value) => Promise<boolean>,
  options?: {trials?: number},
): Promise<Value>

export interface Job {
  seed?: number
  family?: string
  from?: number
  to?: number
  input?: Input
}
export function openWorker(options: {deadline: number; script?: string}): {
  run(job: Job): AsyncGenerator<Answer>
  close(): void
}

export function runAll(options: {
  seed: number
  runs: number
  jobs: number
  deadline: number
  minutes?: number
  only?: number
  names?: readonly string[]
  tell?: (done: number) => void
}): Promise<Result>
export function sharesOf(
  chosen: readonly {name: string; weight: number}[],
  runs: number,
): {name: string; count: number}[]
export function signatureOf(fault: Fault): string
export function causesOf(faults: readonly FoundFault[]): (FoundFault & {inputs: string[]})[]
export function summaryText(
  run: Result & {causes: readonly unknown[]; seed: number; origin: string; ms: number},
): string
