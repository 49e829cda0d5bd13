import {type Cache, cacheOf} from './cache.js'
import type {Dialogue} from './dialogue.js'
import {type Commit, parseCommit, parseTree, type Tree} from './parse.js'
import type {Presence} from './present.js'
import {type ObjectType, type Reply, replyListener} from './reply.js'

/** A file's content. Without bytes: it is too large to be read. */
export interface Content {
  bytes?: Buffer
}

/** Objects of the repository's store. Undefined: this clone has none of that name. */
export interface Objects {
  /** A commit by its name as someone wrote it, hexadecimal digits; one that several commits begin with is none. */
  resolve(name: string): Promise<string | undefined>
  commit(id: string): Promise<Commit | undefined>
  tree(id: string): Promise<Tree | undefined>
  blob(id: string): Promise<Content | undefined>
}

const MEBIBYTE = 2 ** 20
// Folders of a hundred thousand files are real; what has more is not worth the memory.
const MOST_STRUCTURE = 16 * MEBIBYTE
// What is remembered of each kind, whatever the number of documents.
const MOST_REMEMBERED = {names: MEBIBYTE, commits: 2 * MEBIBYTE, trees: 16 * MEBIBYTE, blobs: 8 * MEBIBYTE}
// An entry takes some four times as much in a map as in its object.
const TREE_COST = 4
const NAME_COST = 300

/** `most`: the largest blob that is read, in bytes. `presence`: what is there at all, in a partial clone. */
export function objectsOf(dialogue: Dialogue, most: number, presence?: () => Promise<Presence | undefined>): Objects {
  const under = new Map<string, Promise<unknown>>()
  const names = cacheOf<{commit?: string}>(MOST_REMEMBERED.names)
  const commits = cacheOf<Commit>(MOST_REMEMBERED.commits)
  const trees = cacheOf<Tree>(MOST_REMEMBERED.trees)
  const blobs = cacheOf<Content>(MOST_REMEMBERED.blobs)
  const limit = (type: ObjectType) => (type === 'blob' ? most : MOST_STRUCTURE)

  const ask = async (name: string, id?: string): Promise<Reply | undefined> => {
    // What is not known to be there is not asked for.
    if (id !== undefined && presence && !(await presence())?.(id)) return undefined
    return dialogue.ask(`${name}\n`, replyListener(limit))
  }

  /** What is remembered, is just being asked for, or is asked for now. */
  const recall = async <T>(
    cache: Cache<T>,
    name: string,
    read: (reply: Reply) => Learnt<T>,
    asking = () => ask(name, name),
  ): Promise<T | undefined> => {
    const known = cache.get(name)
    if (known !== undefined) return known
    const asked = (under.get(name) as Promise<T | undefined> | undefined) ?? asking().then(learn(cache, name, read))
    under.set(name, asked)
    return asked.finally(() => under.delete(name))
  }

  return {
    resolve: async written => {
      const name = written.toLowerCase()
      if (!/^[0-9a-f]{7,64}$/.test(name)) return undefined
      // The same commit is named again and again, by one document and by the next.
      const question = `${name}^{commit}`
      const known = await recall(
        names,
        question,
        reply => {
          // A branch or a tag may be named like a commit.
          if (reply.outcome !== 'found' || !reply.id.startsWith(name)) return {value: {}, cost: NAME_COST}
          learn(commits, reply.id, readCommit)(reply)
          return {value: {commit: reply.id}, cost: NAME_COST}
        },
        () => ask(question, name.length >= 40 ? name : undefined),
      )
      return known?.commit
    },
    commit: id => recall(commits, id, readCommit),
    tree: id =>
      recall(trees, id, reply => {
        if (reply.outcome !== 'found' || reply.type !== 'tree') return undefined
        return {value: parseTree(reply.bytes, id.length / 2), cost: reply.bytes.length * TREE_COST + id.length}
      }),
    blob: id =>
      recall(blobs, id, reply => {
        if (reply.outcome === 'too-large' && reply.type === 'blob') return {value: {}, cost: id.length}
        if (reply.outcome !== 'found' || reply.type !== 'blob') return undefined
        return {value: {bytes: reply.bytes}, cost: reply.bytes.length + id.length}
      }),
  }
}

type Learnt<T> = {value: T; cost: number} | undefined

function learn<T>(cache: Cache<T>, id: string, read: (reply: Reply) => Learnt<T>) {
  return (reply: Reply | undefined): T | undefined => {
    const learnt = reply && read(reply)
    if (learnt) cache.set(id, learnt.value, learnt.cost)
    return learnt?.value
  }
}

function readCommit(reply: Reply): Learnt<Commit> {
  if (reply.outcome !== 'found' || reply.type !== 'commit') return undefined
  const commit = parseCommit(reply.id, reply.bytes)
  return commit && {value: commit, cost: 300}
}
