import {decodePercent} from '../../text/index.js'
import type {LineRange} from '../types.js'
import {addressOfLink} from './address.js'

/** What the address of a file at a commit says. */
export interface Permalink {
  commit: string
  path: string
  lines?: LineRange[]
}

const HASH = '([0-9a-f]{7,64})'
// How the usual forges write the address of a file at a commit: behind host and repository the commit, then the path.
const FORMS = [
  // GitHub, Gitea's old form; GitLab, in which groups nest
  new RegExp(`^[^/]+/[^/]+/(?:blob|blame|raw)/${HASH}/(.+)$`),
  new RegExp(`^.+/-/(?:blob|blame|raw)/${HASH}/(.+)$`),
  // Gitea, Forgejo, Codeberg
  new RegExp(`^[^/]+/[^/]+/(?:src|raw|blame)/commit/${HASH}/(.+)$`),
  // Bitbucket
  new RegExp(`^[^/]+/[^/]+/(?:src|raw|annotate)/${HASH}/(.+)$`),
  // sourcehut
  new RegExp(`^~[^/]+/[^/]+/(?:tree|blob)/${HASH}/(?:item/)?(.+)$`),
]
const AZURE = /\/_git\//

/** The file, commit and lines that an address on a forge names; undefined for any other address: of a branch, of a page. */
export function permalinkIn(url: string): Permalink | undefined {
  const [, place = ''] = /^(?:https?:)?\/\/[^/]+\/(.*)$/is.exec(url) ?? []
  if (AZURE.test(place)) return azure(place)
  const {path, lines} = addressOfLink(place)
  for (const form of FORMS) {
    const [, commit, file] = form.exec(path) ?? []
    if (commit !== undefined && file !== undefined && isHash(commit))
      return {commit, path: decodePercent(file), ...(lines && {lines})}
  }
  return undefined
}

// "…/_git/repo?path=/src/a.ts&version=GCabc1234&line=12&lineEnd=14"
function azure(place: string): Permalink | undefined {
  const query = new URLSearchParams(place.slice(place.indexOf('?') + 1))
  const commit = /^GC([0-9a-f]{7,64})$/.exec(query.get('version') ?? '')?.[1]
  const path = query.get('path')?.replace(/^\/+/, '')
  if (commit === undefined || !path) return undefined
  const from = Number(query.get('line'))
  const to = Number(query.get('lineEnd') ?? from)
  return {commit, path, ...(from > 0 && {lines: [{from, to: Math.max(from, to)}]})}
}

// "src/deadbeef/x" may be a branch; a hash of seven letters and no digit is one word in thousands.
function isHash(text: string): boolean {
  return /\d/.test(text) || text.length >= 40
}
