import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {SHARED} from './shared.js'

/** Before all tests: makes the place of folders that several of them read. Removed behind the last one. */
export default function setup(): () => void {
  const place = mkdtempSync(join(tmpdir(), 'specwright-shared-'))
  process.env[SHARED] = place
  return () => rmSync(place, {recursive: true, force: true})
}
