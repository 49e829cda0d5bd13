import {compile} from './globs.js'
import type {Settings} from './types.js'

/** The built-in kind of research documents, which are checked only when they are asked for. */
export const RESEARCH = 'research'

/** What holds where nothing is configured. */
export const defaultSettings: Settings = {
  specs: ['specs'],
  research: ['research'],
  kinds: [
    {
      name: 'rfc',
      files: ['specs/**/*.md'],
      ignore: ['**/{README,Readme,readme,INDEX,Index,index,_index}.md'],
    },
    {name: RESEARCH, files: ['research/**/*.md'], ignore: []},
  ],
}

/** Which kind claims a path (relative to the root), and whether one whose globs fit it leaves it out on purpose. */
export interface Claim {
  kind?: string
  ignored: boolean
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
  return path => {
    const fitting = kinds.filter(kind => kind.fits(path))
    const kind = fitting.find(({leavesOut}) => !leavesOut(path))
    return kind ? {kind: kind.name, ignored: false} : {ignored: fitting.length > 0}
  }
}

/** A page that lists others: no document of its own. */
export function isIndexPage(path: string): boolean {
  return /(?:^|\/)(?:readme|_?index)\.(?:md|markdown)$/i.test(path)
}
