import * as fs from 'node:fs'
import * as promises from 'node:fs/promises'
import {noteFile, noteReal, noteType} from './trace.js'

// Functions of `node:fs` by their own names, each of which notes what it looked at: whatever reads the world takes them from here.

export function existsSync(path: string): boolean {
  noteType(path)
  return fs.existsSync(path)
}

export function statSync(path: string): fs.Stats
export function statSync(path: string, options: {throwIfNoEntry: false}): fs.Stats | undefined
export function statSync(path: string, options?: {throwIfNoEntry: false}): fs.Stats | undefined {
  noteType(path)
  return fs.statSync(path, options)
}

/** As `realpathSync.native`. */
export function realpathSync(path: string): string {
  noteReal(path)
  return fs.realpathSync.native(path)
}

export async function stat(path: string): Promise<fs.Stats> {
  noteType(path)
  return promises.stat(path)
}

/** Of a link itself: what it is is told by where it leads, and by what stands there. */
export async function lstat(path: string): Promise<fs.Stats> {
  noteReal(path)
  noteType(path)
  return promises.lstat(path)
}

/** As `realpathSync.native`: `realpath` of `node:fs/promises` is the native one. */
export async function realpath(path: string): Promise<string> {
  noteReal(path)
  return promises.realpath(path)
}

export async function readFile(path: string): Promise<Buffer> {
  const bytes = await promises.readFile(path).catch((error: unknown) => {
    noteFile(path, undefined)
    throw error
  })
  noteFile(path, bytes)
  return bytes
}

/** A small file as text. */
export function readTextSync(path: string): string {
  const bytes = fs.readFileSync(path)
  noteFile(path, bytes)
  return bytes.toString('utf8')
}
