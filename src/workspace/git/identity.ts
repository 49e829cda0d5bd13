import {join} from 'node:path'
import {itemAt} from '../../text/index.js'
import {existsSync} from '../trace/disk.js'
import type {GitIdentity} from '../types.js'
import * as notes from './notes.js'
import {ownerAndRepo} from './remote.js'
import type {Git, GitAnswer} from './run.js'
import type {State} from './state.js'

// Everything that matters of the configuration, in one question.
const KEYS = String.raw`^(user\.(name|email)|mailmap\.file|remote\..*\.(url|promisor)|extensions\.partialclone)$`

/** What git says of the repository and its user, in two processes, or three where a mailmap is. */
export async function identityOf(git: Git, state: () => Promise<State>): Promise<GitIdentity> {
  const [repository, listed] = await Promise.all([state(), git('config', '-z', '--get-regexp', KEYS)])
  if (listed.outcome === 'absent') return {notes: [notes.noGit]}
  const config = configOf(listed)
  const userName = await userNameOf(git, config, repository.top)
  const remote = repository.known ? remoteOf(config) : undefined
  // Nothing found is a failure without words; a configuration that cannot be read says nothing of the name.
  const answered = listed.outcome !== 'late' && listed.stderr === ''
  const isPartial = repository.known && (config.has('extensions.partialclone') || hasPromisor(config))
  return {
    ...(repository.top !== undefined && {top: repository.top}),
    ...(repository.head !== undefined && {head: repository.head}),
    ...(remote !== undefined && {remote}),
    ...(userName !== undefined && {userName}),
    notes: [
      ...repository.notes,
      ...(isPartial ? [notes.partial] : []),
      ...(userName || !answered ? [] : [notes.noUserName]),
    ],
  }
}

type Config = ReadonlyMap<string, readonly string[]>

/** Values by key, in git's order; sections and names are in lower case, what stands between them is kept. */
function configOf({stdout}: GitAnswer): Config {
  const config = new Map<string, string[]>()
  for (const entry of stdout.split('\0')) {
    const [, key, value = ''] = /^([^\n]+)(?:\n([\s\S]*))?$/.exec(entry) ?? []
    if (key !== undefined) config.set(key, [...(config.get(key) ?? []), value])
  }
  return config
}

async function userNameOf(git: Git, config: Config, top: string | undefined): Promise<string | undefined> {
  const name = config.get('user.name')?.at(-1)?.replace(/\s+/g, ' ').trim()
  const email = config.get('user.email')?.at(-1)?.trim()
  if (!name) return undefined
  const hasMailmap = config.has('mailmap.file') || (top !== undefined && existsSync(join(top, '.mailmap')))
  if (!email || !hasMailmap) return name
  // A blob as mailmap could be one that a partial clone lacks: none is asked for.
  const mapped = await git('-c', 'mailmap.blob=', 'check-mailmap', '--', `${name} <${email}>`)
  return /^(.*\S)\s*<[^<>\n]*>\n?$/.exec(mapped.stdout)?.[1] ?? name
}

function remoteOf(config: Config): string | undefined {
  const urls = [...config].filter(([key]) => key.endsWith('.url'))
  const [, values] = urls.find(([key]) => key === 'remote.origin.url') ?? urls[0] ?? []
  return ownerAndRepo(values?.[0] ?? '')
}

function hasPromisor(config: Config): boolean {
  return [...config].some(
    ([key, values]) => key.endsWith('.promisor') && /^(?:true|yes|on|1|)$/i.test(itemAt(values, values.length - 1)),
  )
}
