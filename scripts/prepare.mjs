// npm runs this where a clone is installed: by npm itself from a git address, by prek, by the GitHub action. What is built
// already is left as it is; packing builds anew, by `prepack`.
import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'

// What the last step of the build makes.
const LAST = new URL('../dist/generated/explanations.js', import.meta.url)

if (!existsSync(LAST)) {
  try {
    createRequire(import.meta.url).resolve('typescript/package.json')
    await import('./build.mjs')
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error
    console.error('Nothing is built yet, and building needs the development dependencies: npm install --include=dev')
    process.exitCode = 1
  }
}
