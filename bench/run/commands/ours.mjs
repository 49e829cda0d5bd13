// Our own command, in the states in which users meet it.
import {spawnSync} from 'node:child_process'
import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeSchema} from '../inputs/workspace.mjs'

const bin = fileURLToPath(new URL('../../../bin/spec.js', import.meta.url))
const SCHEMA = 'bench.schema.json'

/** What everything is a multiple of. */
export const NODE = {
  id: 'node',
  where: 'folder',
  shown: 'node -e 0',
  argv: [process.execPath, '-e', '0'],
  cache: 'node',
}

/** Whether `spec lint` has an option. */
export function hasOption(name) {
  const {stdout} = spawnSync(process.execPath, [bin, 'lint', '--help'], {encoding: 'utf8'})
  return new RegExp(`^ +(-\\w, )?${name}(?![\\w-])`, 'm').test(stdout)
}

/**
 * `spec lint` as it is by default: the code that V8 compiled is kept from run to run, no result is.
 *
 * @param {{id?: string, args?: string[], where: 'repository' | 'folder', group: string}} how
 */
export function lint({id = 'spec', args = [], where, group}) {
  return {
    id,
    where,
    shown: ['spec lint', ...args].join(' '),
    argv: [process.execPath, bin, 'lint', ...args],
    // The report in JSON says how many files there were.
    asked: ['--format', 'json'],
    cache: `${group}-${id}-${where}`,
    filesOf: output => {
      // Notes come after it.
      const {files, notChecked} = JSON.parse(output.slice(0, output.indexOf('\n}\n') + 2)).summary
      return files - notChecked
    },
  }
}

/** All states of it, by id: `spec`, `spec-first`, `spec-cache` (where there is the option), `spec-schema-first`, `spec-schema`. */
export function states({args, where, group, root, scratch, withCache}) {
  const of = (id, more = []) => lint({id, args: [...args, ...more], where, group})
  const first = of('spec-first')
  return [
    {...of('spec'), state: 'as it is by default'},
    {
      ...first,
      state: 'nothing kept from an earlier run',
      before: () => {
        const folder = join(scratch, 'cache', first.cache)
        rmSync(folder, {recursive: true, force: true})
        mkdirSync(folder, {recursive: true})
      },
    },
    ...(withCache ? [{...of('spec-cache', ['--cache']), state: 'its cache warm', warm: true}] : []),
    ...withSchema(of, root),
  ]
}

function withSchema(of, root) {
  const fresh = of('spec-schema-first', ['--schema', `new.${SCHEMA}`])
  const kept = of('spec-schema', ['--schema', SCHEMA])
  return [
    // Another content each time, so that it was never seen.
    {
      ...fresh,
      state: "a schema of one's own, its first run",
      before: round => writeSchema(join(root, `new.${SCHEMA}`), round),
    },
    {
      ...kept,
      state: "a schema of one's own, later runs",
      before: round => round === 0 && writeSchema(join(root, SCHEMA), 'kept'),
    },
  ]
}
