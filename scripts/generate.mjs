// Writes the committed files that are made from others. With `--check` it compares instead, and fails on a difference.
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const GENERATORS = ['generate-types.mjs', 'generate-docs.mjs']

for (const name of GENERATORS) {
  const file = fileURLToPath(new URL(name, import.meta.url))
  const {status} = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {stdio: 'inherit'})
  if (status !== 0) process.exitCode = 1
}
