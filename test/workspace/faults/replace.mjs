// Replaces "old\n" by "new\n" in the file that it is given, and prints what came of it.
import {basename, dirname} from 'node:path'
import {replaceFile} from '../../../dist/workspace/replace.js'

const [file = ''] = process.argv.slice(2)
const base = {root: dirname(file), overlaid: new Set()}
console.log(JSON.stringify(await replaceFile(base, basename(file), 'new\n', 'old\n')))
