import {compile} from './globs.js'
import {liesIn} from './paths.js'
import type {Settings} from './types.js'

/** The built-in kind of research documents, which are checked only when they are asked for. */
export const RESEARCH = 'research'

/** What holds where nothing is configured. */
export const defaultSettings: Settings = {
  specs: ['specs'],
  research: ['research'],
  untracked: [],
  outside: [],
  ignore: [],
  rules: {},
  origins: new Map(),
  files: [],
  kinds: [
    {
      name: 'rfc',
      files: kindFiles(['specs']),
      ignore: ['**/{README,Readme,readme,INDEX,Index,index,_index}.md'],
    },
    {name: RESEARCH, files: kindFiles(['research']), ignore: []},
  ],
}

/** Globs of all documents in folders. */
export function kindFiles(folders: readonly string[]): string[] {
  return folders.map(folder => (folder === '' ? '**/*.md' : `${folder}/**/*.md`))
}

/** Which kind claims a path (relative to the root), and whether one whose globs fit it leaves it out on purpose. */
export interface Claim {
  kind?: string
  ignored: boolean
  /** Whether the config leaves it out as a file, whatever its kind. */
  isOff?: boolean
  /** Kinds of the config that claim it, where they are several. */
  several?: readonly string[]
}

/** Claims files by the kinds' globs; the first whose globs fit claims a file. The paths need not exist. */
export async function claimsOf(settings: Settings): Promise<(path: string) => Claim> {
  const kinds = await Promise.all(
    settings.kinds.map(async ({name, files, ignore}) => ({
      name,
      fits: await compile(files),
      leavesOut: await compile(ignore),
    })),
  )
  const isIgnored = await compile(settings.ignore)
  return path => {
    if (isIgnored(path)) return {ignored: true, isOff: true}
    const fitting = kinds.filter(kind => kind.fits(path))
    const claiming = fitting.filter(({leavesOut}) => !leavesOut(path))
    const [kind] = claiming
    if (!kind) return {ignored: fitting.length > 0}
    // The files of built-in kinds that the config does not name are only what is left.
    const several = claiming.map(({name}) => name).filter(name => settings.origins.has(`kinds/${name}/files`))
    return {kind: kind.name, ignored: false, ...(several.length > 1 && {several})}
  }
}

/** Whether a path, relative to the root, lies in a folder of research outside that the config lets in. */
export function isResearchOutside(path: string, {outside}: Pick<Settings, 'outside'>): boolean {
  return outside.some(folder => liesIn(path, folder))
}

/** A page that lists others: no document of its own. */
export function isIndexPage(path: string): boolean {
  return /(?:^|\/)(?:readme|_?index)\.(?:md|markdown)$/i.test(path)
}
