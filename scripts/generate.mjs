// Writes the committed files that are made from others. With `--check` it compares instead, and fails on a difference.
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

// The pages are made of what was built; to compare them, `npm run check` builds before.
const isCheck = process.argv.includes('--check')
const GENERATORS = [
  'generate-types.mjs',
  'generate-docs.mjs',
  ...(isCheck ? [] : ['build.mjs']),
  'generate-man.mjs',
  'generate-engines.mjs',
]

for (const name of GENERATORS) {
  const file = fileURLToPath(new URL(name, import.meta.url))
  const {status} = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {stdio: 'inherit'})
  if (status !== 0) process.exitCode = 1
}
