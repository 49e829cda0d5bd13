import {setFlagsFromString} from 'node:v8'

// By Node's major version, those that were tried: V8 complains on standard error of a flag that it does not know. A run is short, and
// most that V8 would make fast pays no more: an empty Node's time of it for one document, and a third of all for a hundred.
const LATER: Readonly<Record<number, string>> = {
  20: '--interrupt-budget=1000000',
  22: '--invocation-count-for-turbofan=20000',
  24: '--invocation-count-for-turbofan=20000',
}

// V8 would let the heap grow to four times of what is in use before it looks for garbage, the more the longer a run takes. Documents are
// read one after the other, so that stays small, and twice is enough.
const ALWAYS = [
  '--heap-growing-percent=100',
  // Nor need what was made last have sixteen times the room: it takes a fifth more memory, and saves no time that could be measured.
  '--semi-space-growth-factor=1',
  // Several threads would share in looking through it, and to call them costs a twentieth of all.
  '--no-parallel-scavenge',
  // Functions that have rested for a while would be thrown away, and be missing in what is kept of the code for the next run.
  '--no-flush-bytecode',
  // A pattern would be compiled for a second time when it is used for the second time. (Without tiers, as '--no-regexp-tier-up' would
  // have it, V8 runs patterns that ran before the flag was set by code that is not there.)
  '--regexp-tier-up-ticks=0',
]

/**
 * Flags by which a version of Node's V8 serves runs of a moment. To be set before anything is compiled: V8 takes no code from its cache
 * that was compiled by other flags.
 *
 * @example engineFlags('99.0.0')[0] // '--heap-growing-percent=100'
 */
export function engineFlags(node: string): string[] {
  const later = LATER[Number.parseInt(node, 10)]
  return [...ALWAYS, ...(later === undefined ? [] : [later])]
}

/**
 * Sets them for the whole process. In each thread as it begins: V8 takes some back when it makes the heap of one, and all that the main
 * thread makes would have room as if they had never been. Before code is kept as well, where threads may have run.
 */
export function setEngineFlags(): void {
  for (const flag of engineFlags(process.versions.node)) setFlagsFromString(flag)
}

// What these do pays only in runs that last: what compilers make fast, whose waking takes megabytes, and looking for garbage in many small
// steps before there is much, so that none is long. By Node's major version likewise: without its compilers the V8 of 22 takes no
// code from its cache any more, and the one of 24 gains nothing by any of them.
const AT_REST: Readonly<Record<number, readonly string[]>> = {
  20: ['opt', 'sparkplug', 'incremental-marking'],
  22: ['incremental-marking'],
}

/**
 * The flags of those parts of a version of Node's V8 that may rest in runs of a moment, without "--". Not of those that Node was started
 * with: they would not be as they were when the part is woken, and no code that was kept would be taken.
 *
 * @example partsAtRest('22.12.0', []) // ['incremental-marking']
 */
export function partsAtRest(node: string, started: readonly string[]): readonly string[] {
  const theirs = new Set(started.map(word => word.replaceAll('_', '-').replace(/^--(?:no-?)?/, '')))
  return (AT_REST[Number.parseInt(node, 10)] ?? []).filter(part => !theirs.has(part))
}
