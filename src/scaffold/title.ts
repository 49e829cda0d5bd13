import type {Template} from '../template/index.js'
import {isDocument, joinPath, leavesRoot, nameOf, trimmedEnd} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {clean, quoted} from './clean.js'
import {ScaffoldError} from './error.js'

/** A title as it was asked for, without the kind's suffix. Refuses what is a path rather than a title. */
export async function askedTitle(given: string, template: Template, workspace: Workspace): Promise<string> {
  const title = withoutSuffix(clean(given), template)
  if (title === '') throw new ScaffoldError('title', 'Unexpected empty title, expected some words')
  if (isDocument(title)) {
    const words = nameOf(title)
      .replace(/\.\w+$/, '')
      .replace(/^\d{4}-\d{2}-\d{2}-/, '')
      .replace(/[-_]+/g, ' ')
    const hint = (await exists(title, workspace)) ? `--research ${title}` : `"${words}"`
    throw new ScaffoldError('title', `Unexpected file name ${quoted(title)} as title. Did you mean ${hint}?`)
  }
  if (await exists(title, workspace))
    throw new ScaffoldError('title', `Unexpected path ${quoted(title)} as title. Did you mean --research ${title}?`)
  return title
}

/** The title without what the template puts around it: "Technical Design Document / RFC", or a part of that, at its end. */
export function withoutSuffix(title: string, form: Pick<Template, 'titlePrefix' | 'titleSuffix'>): string {
  const prefix = form.titlePrefix.trim().toLowerCase()
  const name = prefix !== '' && title.toLowerCase().startsWith(prefix) ? title.slice(prefix.length).trim() : ''
  return withoutEnding(name || title, form)
}

function withoutEnding(title: string, {titleSuffix}: Pick<Template, 'titleSuffix'>): string {
  const endings = [titleSuffix, ...titleSuffix.split(' / ')].filter(ending => ending !== '')
  for (const ending of endings) {
    if (!title.toLowerCase().endsWith(` ${ending.toLowerCase()}`)) continue
    const name = trimmedEnd(title.slice(0, -ending.length), /[\s:/–—-]/)
    if (name !== '') return withoutEnding(name, {titleSuffix})
  }
  return title
}

async function exists(title: string, workspace: Workspace): Promise<boolean> {
  const path = joinPath('', title)
  if (path === '' || leavesRoot(path)) return false
  const {entries} = await workspace.look([{path}])
  const type = entries.get(path)?.type
  return type === 'file' || type === 'folder'
}
