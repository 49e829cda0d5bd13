import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {folder, git, repository} from '../support/folders.js'

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const hook = new URL('../workspace/faults/hook.mjs', import.meta.url).href
// What changes something; "sync" stands for each temporary file that is written.
const STEPS = 'mkdir,rmdir,link,unlink,rename,sync'
const [FROM, TO] = ['specs/old.md', 'specs/deep/er/new.md']
const FILES = {
  'spec.config.yaml': '',
  [FROM]: '# Old\n\n[r](../research/r.md)\n',
  'specs/a.md': '# A\n\n[old](old.md) and `specs/old.md:1`\n',
  'research/r.md': '# R\n\n[old](../specs/old.md)\n',
}
const MOVED: Readonly<Record<string, string>> = {
  'spec.config.yaml': '',
  [TO]: '# Old\n\n[r](../../../research/r.md)\n',
  'specs/a.md': '# A\n\n[old](deep/er/new.md) and `specs/deep/er/new.md:1`\n',
  'research/r.md': '# R\n\n[old](../specs/deep/er/new.md)\n',
}

/** All files but git's own, and folders, by path. */
function snapshot(root: string): Record<string, string> {
  const names = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(name => !/^\.git(?:\/|$)/.test(name))
  const files = names.sort().filter(name => statSync(join(root, name)).isFile())
  return Object.fromEntries(files.map(name => [name, readFileSync(join(root, name), 'utf8')]))
}

const isTemporary = (path: string) => /(?:^|\/)\.spec-[\w-]+\.tmp$/.test(path)

function mv(
  root: string,
  fault = 'none:0',
  [from, to] = [FROM, TO],
): {status: number | null; stderr: string; reached: boolean} {
  const mark = join(root, '..', `${root.split('/').at(-1)}.fault`)
  const {status, stderr} = spawnSync(process.execPath, ['--import', hook, at('../../bin/spec.js'), 'mv', from, to], {
    cwd: root,
    encoding: 'utf8',
    env: {...process.env, FAULT: fault, FAULT_FILE: mark, FAULT_OF: STEPS},
  })
  const reached = existsSync(`${mark}.reached`)
  rmSync(`${mark}.reached`, {force: true})
  return {status, stderr, reached}
}

function atEachStep(kind: string, tracked: boolean, look: (root: string, run: ReturnType<typeof mv>) => void): number {
  for (let step = 1; ; step++) {
    const root = tracked ? repository(FILES) : folder(FILES)
    const run = mv(root, `${kind}:${step}`)
    if (!run.reached) {
      expect(snapshot(root)).toEqual(MOVED)
      return step - 1
    }
    look(root, run)
  }
}

describe.skipIf(!existsSync(at('../../dist')))('a fault at each step of a move that changes something', () => {
  for (const tracked of [false, true]) {
    test(`no space: all is as it was, or moved, as is told${tracked ? '; git’s index too' : ''}`, () => {
      let left = 0
      const steps = atEachStep('ENOSPC', tracked, (root, {status, stderr}) => {
        const all = Object.entries(snapshot(root))
        const files = Object.fromEntries(all.filter(([path]) => !isTemporary(path)))
        left += all.filter(([path]) => isTemporary(path)).length
        expect(files, stderr).toEqual(status === 0 ? MOVED : FILES)
        expect([0, 2]).toContain(status)
        expect(existsSync(join(root, 'specs/deep')), stderr).toBe(status === 0)
        if (tracked && status !== 0) expect(git(root, 'diff', '--cached', '--name-status')).toBe('')
      })
      expect(steps).toBeGreaterThan(10)
      // Where the removing of a temporary file fails itself; the next write sweeps it.
      expect(left).toBeLessThanOrEqual(4)
    }, 300_000)

    test(`SIGKILL: each file is old or new, whole, the document is never lost, and a second run ends it${tracked ? '; in git' : ''}`, () => {
      let twice = 0
      const steps = atEachStep('kill', tracked, (root, {status}) => {
        expect(status).toBeNull()
        const files = snapshot(root)
        for (const [path, text] of Object.entries(files).filter(([path]) => !isTemporary(path)))
          expect([FILES[path as keyof typeof FILES], MOVED[path], path === TO ? FILES[FROM] : undefined]).toContain(
            text,
          )
        const places = [FROM, TO].filter(path => path in files)
        if (places.length === 2) {
          // Two names of one file, which the next run tells.
          expect(statSync(join(root, FROM)).ino).toBe(statSync(join(root, TO)).ino)
          const again = mv(root)
          expect(again.stderr).toContain(`"${TO}" is another name of the same file: remove one of the two first`)
          expect(again.status).toBe(2)
          twice++
          return
        }
        expect(places).toHaveLength(1)
        if (places[0] === TO) {
          expect(mv(root, undefined, [TO, FROM]).status).toBe(0)
          expect(Object.fromEntries(Object.entries(snapshot(root)).filter(([path]) => !isTemporary(path)))).toEqual(
            FILES,
          )
          return
        }
        for (const path of Object.keys(files).filter(isTemporary))
          utimesSync(join(root, path), new Date(), new Date(Date.now() - 61_000))
        expect(mv(root).status).toBe(0)
        expect(snapshot(root)).toEqual(MOVED)
      })
      expect(steps).toBeGreaterThan(10)
      expect(twice).toBe(tracked ? 0 : 1)
    }, 300_000)
  }
})
