import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {crc32} from 'node:zlib'
import {bareEnvironment} from '../../support/folders.js'

// The built command, as a user runs it.
export const bin = fileURLToPath(new URL('../../../bin/spec.js', import.meta.url))

export interface Told {
  status: number | null
  stdout: string
  stderr: string
}

/** A command line with a cache folder of its own. */
export interface Caller {
  cwd: string
  home: string
  argv?: readonly string[]
  env?: NodeJS.ProcessEnv
  /** Options of Node itself. */
  node?: readonly string[]
}

export function spec({cwd, home, argv = [], env = {}, node = []}: Caller): Told {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...node, bin, 'lint', '--cache', ...argv], {
    cwd,
    env: {...bareEnvironment(), SPEC_NO_CACHE: '', XDG_CACHE_HOME: home, ...env},
    encoding: 'utf8',
  })
  return {status, stdout: stdout.replace(/\(\d+ ms\)|\(\d+\.\d s\)/, '(a while)'), stderr}
}

const HEAD = 8
const MARK = 'told from what was kept\n'

interface Kept {
  key: string
  status: number
  written: [string, string][]
  looks: {kind: string; path: string; stamp?: string; answer: string}[]
}

export const runsIn = (home: string): string => join(home, 'specwright', 'runs')

export function keptIn(home: string): string[] {
  return existsSync(runsIn(home)) ? readdirSync(runsIn(home)).map(name => join(runsIn(home), name)) : []
}

export function readKept(file: string): Kept {
  return JSON.parse(readFileSync(file).subarray(HEAD).toString('utf8'))
}

export function writeKept(file: string, kept: unknown): void {
  const data = Buffer.from(JSON.stringify(kept))
  const head = Buffer.alloc(HEAD)
  head.writeUInt32LE(data.length, 0)
  head.writeUInt32LE(crc32(data), 4)
  writeFileSync(file, Buffer.concat([head, data]))
}

/** Puts a mark into all that is kept, by which a run that tells it is known. */
export function markKept(home: string): void {
  for (const file of keptIn(home)) {
    const kept = readKept(file)
    writeKept(file, {...kept, written: [['stderr', MARK], ...kept.written.filter(([, text]) => text !== MARK)]})
  }
}

/** Whether a run told what was kept. */
export function isRetold({stderr}: Told): boolean {
  return stderr.includes(MARK)
}
