// Builds dist: JavaScript and declarations, the kinds that come with us. Types that are out of date stop it, rather than
// being made anew: else nobody would see that the committed ones differ.
import {spawnSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
const tsc = join(dirname(typescript), createRequire(import.meta.url)(typescript).bin.tsc)

function run(what, file, ...args) {
  const {status, error} = spawnSync(process.execPath, [file, ...args], {cwd: root, stdio: 'inherit'})
  if (error) throw error
  if (status === 0) return true
  console.error(`Building stopped: ${what} failed`)
  process.exitCode = 1
  return false
}

const steps = [
  () => run('comparing generated types', join(root, 'scripts', 'generate-types.mjs'), '--check'),
  () => {
    rmSync(join(root, 'dist'), {recursive: true, force: true})
    return run('tsc', tsc)
  },
  () => run('making the built-in kinds', join(root, 'scripts', 'compile-kinds.mjs')),
  () => run('making the explanations', join(root, 'scripts', 'generate-docs.mjs'), '--explanations'),
  () => run('making the table of commands', join(root, 'scripts', 'generate-table.mjs')),
  () => run('making the bundle', join(root, 'scripts', 'bundle.mjs')),
]
steps.every(step => step())
