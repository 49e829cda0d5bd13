import {isOn} from '../text/is-on.js'

/** What of the process decides what a command line comes to, beside the files. */
export interface Scene {
  env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  cwd: string
  /** Whether standard output is a terminal, and its width. */
  isTTY: boolean
  columns: number | undefined
}

// Options of `spec lint` with which it only reads the work tree and prints. With all others a run has to be done: it writes, asks
// what time it is, or waits.
export const READING: ReadonlySet<string> = new Set(
  `baseline cache color drift engine fail-on format ignore-unknown kind max-size max-warnings no-baseline no-color q quiet research root rule
  schema staged threads timeout`.split(/\s+/),
)

// The variables that anything reads: test/start/replay/key.test.ts looks for others.
export const VARIABLES = [
  'APPDATA',
  'CI',
  'DOMTERM',
  'FORCE_COLOR',
  'FORCE_HYPERLINK',
  'GIT_INDEX_FILE',
  'HOME',
  'KONSOLE_VERSION',
  'LOCALAPPDATA',
  'NO_COLOR',
  'NO_HYPERLINKS',
  'PATH',
  'SOURCE_DATE_EPOCH',
  'SPEC_DEBUG',
  'SPEC_ENGINE',
  'STY',
  'TERM',
  'TERM_PROGRAM',
  'TERM_PROGRAM_VERSION',
  'TMUX',
  'USERPROFILE',
  'VTE_VERSION',
  'WT_SESSION',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
] as const

/** Whether a command line asks for what was kept of a run. Behind "--" stand paths. */
export function asksForReplay(argv: readonly string[]): boolean {
  const [cache, end] = [argv.indexOf('--cache'), argv.indexOf('--')]
  return cache >= 0 && (end < 0 || cache < end)
}

/** All by which one run is told from another; undefined where nothing is kept of a run. */
export function keyOf(argv: readonly string[], tool: string, {env, cwd, isTTY, columns}: Scene): string | undefined {
  const [command, ...rest] = argv
  if (command !== 'lint' || !asksForReplay(rest) || isOn(env.SPEC_NO_CACHE)) return undefined
  // The job's summary page is written besides.
  if (env.GITHUB_STEP_SUMMARY) return undefined
  const end = rest.indexOf('--')
  const [words, paths] = end < 0 ? [rest, []] : [rest.slice(0, end), rest.slice(end + 1)]
  if (!words.every(isReading) || paths.includes('-')) return undefined
  const variables = VARIABLES.map(name => env[name] ?? null)
  return JSON.stringify([tool, process.version, process.platform, argv, cwd, isTTY, columns ?? null, variables])
}

function isReading(word: string): boolean {
  if (word === '-') return false
  return !word.startsWith('-') || READING.has(word.replace(/^--?/, '').replace(/=.*$/s, ''))
}

/** A file's name for a key. Two keys may have the same one. */
export function nameOf(key: string): string {
  // FNV-1a, twice: a digest of the library would have to be loaded.
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (let index = 0; index < key.length; index++) {
    const code = key.charCodeAt(index)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + index), 0x85ebca6b)
  }
  return [one, two].map(part => (part >>> 0).toString(36)).join('-')
}
