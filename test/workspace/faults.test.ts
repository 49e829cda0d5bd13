import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {openWorkspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {workspace} from './support.js'

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const hook = new URL('faults/hook.mjs', import.meta.url).href
const MOST_STEPS = 40

/** Replaces a file's "old" by "new" in a process of its own, with a fault at one step. */
function replaceWith(fault: string): {root: string; outcome: {ok?: boolean; code?: string}; reached: boolean} {
  const root = folder({'x.md': 'old\n'})
  chmodSync(join(root, 'x.md'), 0o640)
  const env = {...process.env, FAULT: fault, FAULT_FILE: join(root, 'x.md')}
  const {stdout} = spawnSync(process.execPath, ['--import', hook, at('faults/replace.mjs'), join(root, 'x.md')], {
    env,
    encoding: 'utf8',
  })
  const reached = existsSync(join(root, 'x.md.reached'))
  rmSync(join(root, 'x.md.reached'), {force: true})
  return {root, outcome: stdout === '' ? {} : JSON.parse(stdout), reached}
}

/** Does something for each step that a write has, from the first. */
function atEachStep(kind: string, look: (run: ReturnType<typeof replaceWith>, step: number) => void): number {
  for (let step = 1; step < MOST_STEPS; step++) {
    const run = replaceWith(`${kind}:${step}`)
    if (!run.reached) return step - 1
    look(run, step)
  }
  return MOST_STEPS
}

const textIn = (root: string) => readFileSync(join(root, 'x.md'), 'utf8')
const temporaries = (root: string) => readdirSync(root).filter(name => name !== 'x.md')

describe.skipIf(!existsSync(at('../../dist')))('a fault at every awaited step of a write', () => {
  test('no space: the file is the old one or the new one, whole, as is told, and nothing stays beside it', () => {
    let left = 0
    const steps = atEachStep('ENOSPC', ({root, outcome}) => {
      // A step that only tidies up fails in silence.
      expect(textIn(root)).toBe(outcome.ok === true ? 'new\n' : 'old\n')
      expect(statSync(join(root, 'x.md')).mode & 0o777).toBe(0o640)
      left += temporaries(root).length
    })
    expect(steps).toBeGreaterThan(10)
    // Where the removing itself fails it is for the next write to sweep.
    expect(left).toBeLessThanOrEqual(1)
  }, 60_000)

  test('SIGKILL: the file is the old one or the new one, whole; what stays beside it is swept by the next write there', async () => {
    let left = 0
    const killed: string[] = []
    const steps = atEachStep('kill', ({root}) => {
      expect(['old\n', 'new\n']).toContain(textIn(root))
      left += temporaries(root).length
      for (const name of temporaries(root)) {
        expect(name).toMatch(/^\.spec-.*\.tmp$/)
        utimesSync(join(root, name), new Date(), new Date(Date.now() - 61_000))
      }
      killed.push(root)
    })
    for (const root of killed) {
      const {replace} = await openWorkspace({root, cwd: root})
      expect(await replace('x.md', 'newer\n', textIn(root))).toMatchObject({ok: true})
      expect(temporaries(root)).toEqual([])
    }
    expect(steps).toBeGreaterThan(10)
    expect(left).toBeGreaterThan(0)
  }, 60_000)

  test('a file that another changes underneath is left as the other has it, up to the step that names the new one', () => {
    const lost: number[] = []
    const steps = atEachStep('append', ({root, outcome}, step) => {
      if (outcome.ok === true && !textIn(root).includes('theirs')) lost.push(step)
      else expect(textIn(root)).toMatch(/^(?:old|new)\ntheirs$/)
      expect(temporaries(root)).toEqual([])
    })
    expect(steps).toBeGreaterThan(10)
    // Between the look and the renaming no file system lets anybody stand: one step, at most.
    expect(lost.length).toBeLessThanOrEqual(1)
  }, 60_000)
})

describe('what is left of a killed write', () => {
  const name = '.spec-01234567-89ab-cdef-0123-456789abcdef.tmp'
  test('is swept by its name and age, and nothing else is', async () => {
    const others = ['.spec-note.tmp', '.spec-01234567-89ab-cdef-0123-456789abcdef.tmp.md', 'a.tmp']
    const {replace, root} = await workspace({
      'x.md': 'old',
      [name]: 'half',
      ...Object.fromEntries(others.map(other => [other, ''])),
    })
    await replace('x.md', 'new', 'old')
    expect(readdirSync(root)).toContain(name)
    const old = new Date(Date.now() - 61_000)
    for (const other of [name, ...others]) utimesSync(join(root, other), old, old)
    await replace('x.md', 'newer', 'new')
    expect(readdirSync(root).sort()).toEqual([...others, 'x.md'].sort())
  })
})

describe('where nothing can be written', () => {
  test.skipIf(!canDeny)('a folder without permission is told, and nothing has changed', async () => {
    const {replace, root} = await workspace({'specs/x.md': 'old'})
    chmodSync(root, 0o755)
    chmodSync(join(root, 'specs'), 0o555)
    const made = await unprivileged(() => replace('specs/x.md', 'new', 'old'))
    chmodSync(join(root, 'specs'), 0o755)
    expect(made).toEqual({ok: false, code: 'failed', reason: '"specs/x.md" cannot be written: permission denied'})
    expect(readFileSync(join(root, 'specs/x.md'), 'utf8')).toBe('old')
    expect(readdirSync(join(root, 'specs'))).toEqual(['x.md'])
  })
  test.skipIf(!canDeny)(
    'a file that may not be written is told, though its folder would let it be replaced',
    async () => {
      const {replace, root} = await workspace({'x.md': 'old'})
      chmodSync(root, 0o777)
      chmodSync(join(root, 'x.md'), 0o444)
      const made = await unprivileged(() => replace('x.md', 'new', 'old'))
      expect(made).toEqual({ok: false, code: 'failed', reason: '"x.md" cannot be written: permission denied'})
      expect(readFileSync(join(root, 'x.md'), 'utf8')).toBe('old')
      expect(readdirSync(root)).toEqual(['x.md'])
    },
  )
  test('a link is told to be one', async () => {
    const {replace, root} = await workspace({'real.md': 'old'})
    symlinkSync('real.md', join(root, 'link.md'))
    expect(await replace('link.md', 'new', 'old')).toEqual({
      ok: false,
      code: 'changed',
      reason: '"link.md" is a link, and links are not written through: nothing was written',
    })
    expect(readFileSync(join(root, 'real.md'), 'utf8')).toBe('old')
  })
})

const SPEC = `# A

| Document Metadata | Details |
| --- | --- |
| Status | Draft |
`

describe.skipIf(!existsSync(at('../../dist')))('two runs of --fix at once', () => {
  test('leave the file whole, and nothing beside it', async () => {
    const root = folder({'spec.config.yaml': '', 'specs/a.md': SPEC})
    const run = () =>
      new Promise<number | null>(done => {
        const args = [at('../../bin/spec.js'), 'lint', '--fix']
        spawn(process.execPath, args, {cwd: root, stdio: 'ignore'}).on('close', done)
      })
    const statuses = await Promise.all([run(), run(), run()])
    expect(statuses.every(status => status === 1 || status === 2)).toBe(true)
    expect(readFileSync(join(root, 'specs/a.md'), 'utf8')).toBe(SPEC.replace('Draft', 'Draft (WIP)'))
    expect(readdirSync(join(root, 'specs'))).toEqual(['a.md'])
  }, 60_000)
})
