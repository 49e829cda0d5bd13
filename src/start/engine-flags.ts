import {setFlagsFromString} from 'node:v8'

// By Node's major version, those that were tried: V8 complains on standard error of a flag that it does not know. A run is short, and
// most that V8 would make fast pays no more: an empty Node's time of it for one document, and a third of all for a hundred.
const LATER: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1000000',
  22: '--invocation-count-for-turbofan=20000',
  24: '--invocation-count-for-turbofan=20000',
}

// Documents are read one after the other, so what is in use stays small.
const ALWAYS = [
  // V8 would let the heap grow to four times of it before it looks for garbage, the more the longer a run takes. Twice is enough.
  '--heap-growing-percent=100',
  // Nor need what was made last have sixteen times the room: it takes a fifth more memory, and saves no time that could be measured.
  '--semi-space-growth-factor=1',
  // Functions that have rested for a while would be thrown away, and be missing in what is kept of the code for the next run.
  '--no-flush-bytecode',
]

/** Sets V8 up for runs of a moment. To be called before anything is compiled: V8 takes no code from its cache that was compiled by other flags. */
export function setEngineFlags(node: string): void {
  for (const flag of ALWAYS) setFlagsFromString(flag)
  const later = LATER[node.split('.')[0] ?? '']
  if (later !== undefined) setFlagsFromString(later)
}
