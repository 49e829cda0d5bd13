import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const project = fileURLToPath(new URL('../../../', import.meta.url))
const corpus = join(project, '../shared/corpus/atomic')

/** Where the real documents come from: the corpus where it is there, else the project's own examples and fixtures. */
export const origin = existsSync(corpus) ? 'corpus' : 'fixtures'

let read

/** Real documents as lists of lines, sorted by path; read once. */
export function documents() {
  const folders = origin === 'corpus' ? [corpus] : [join(project, 'examples'), join(project, 'test/rules')]
  read ??= folders.flatMap(folder =>
    readdirSync(folder, {recursive: true})
      .map(name => name.replaceAll('\\', '/'))
      .filter(name => name.endsWith('.md'))
      .sort()
      .map(name =>
        readFileSync(join(folder, name), 'utf8')
          .replace(/^\uFEFF/, '')
          .split('\n'),
      ),
  )
  return read
}
