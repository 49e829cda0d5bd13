import {isTraced} from '../trace/index.js'
import type {Listener} from './dialogue.js'
import {noteIgnoring} from './looks.js'
import type {Repository} from './repository.js'

/** Whether git ignores a path, from the top, there or not; what it tracks it does not. False where it does not say. */
export async function isIgnored({top, ignoring}: Pick<Repository, 'top' | 'ignoring'>, path: string): Promise<boolean> {
  if (isTraced()) noteIgnoring(top, path)
  return (await ignoring.ask(`${path}\0`, verdictListener())) === true
}

const NUL = 0
// Source, line and pattern of what decided, and the path.
const FIELDS = 4

function verdictListener(): Listener<boolean> {
  let held: Buffer = Buffer.alloc(0)
  return {
    take: chunk => {
      held = Buffer.concat([held, chunk])
      const fields: string[] = []
      let at = 0
      for (let end = held.indexOf(NUL); end >= 0 && fields.length < FIELDS; end = held.indexOf(NUL, at)) {
        fields.push(held.toString('utf8', at, end))
        at = end + 1
      }
      if (fields.length < FIELDS) return undefined
      const [source, , pattern = ''] = fields
      return {answer: source !== '' && !pattern.startsWith('!'), rest: held.subarray(at)}
    },
  }
}
