import type {Listener} from './dialogue.js'

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag'

/** What `git cat-file --batch` says of one name. */
export type Reply =
  | {outcome: 'found'; id: string; type: ObjectType; bytes: Buffer}
  | {outcome: 'too-large'; id: string; type: ObjectType}
  | {outcome: 'missing' | 'ambiguous'}

const LF = 0x0a

/** Reads one reply. An object of more than `most` bytes is let pass without being held. */
export function replyListener(most: (type: ObjectType) => number): Listener<Reply> {
  let head: Buffer = Buffer.alloc(0)
  let reply: Reply | undefined
  let missing = 0
  let parts: Buffer[] = []

  /** The first line; undefined while it is not complete. */
  const begin = (chunk: Buffer): Buffer | undefined => {
    const end = chunk.indexOf(LF)
    head = Buffer.concat([head, end < 0 ? chunk : chunk.subarray(0, end)])
    if (end < 0) return undefined
    const [, id = '', type, digits] = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(head.toString()) ?? []
    if (type === undefined) {
      reply = {outcome: head.toString().endsWith(' ambiguous') ? 'ambiguous' : 'missing'}
    } else {
      const size = Number(digits)
      const named = {id, type: type as ObjectType}
      const isLarge = size > most(named.type)
      reply = isLarge ? {outcome: 'too-large', ...named} : {outcome: 'found', ...named, bytes: Buffer.alloc(0)}
      // A line break follows the object.
      missing = size + 1
    }
    return chunk.subarray(end + 1)
  }

  return {
    take: chunk => {
      const rest = reply ? chunk : begin(chunk)
      if (!rest || !reply) return undefined
      const part = rest.subarray(0, missing)
      missing -= part.length
      if (reply.outcome === 'found' && part.length > 0) parts.push(part)
      if (missing > 0) return undefined
      if (reply.outcome === 'found') {
        const whole = Buffer.concat(parts)
        reply = {...reply, bytes: whole.subarray(0, whole.length - 1)}
        parts = []
      }
      return {answer: reply, rest: rest.subarray(part.length)}
    },
  }
}
