import {folderOf, leavesRoot, nameOf} from '../../../text/index.js'
import type {CodeQuestion, NamedCommit} from '../../../workspace/index.js'
import type {CitationDraft} from '../types.js'

/** What is asked of the repository for the citations of source code, and which answer is whose. */
export interface Asked {
  questions: CodeQuestion[]
  /** Index of a draft's question; undefined where nothing can be asked. */
  of: ReadonlyMap<CitationDraft, number>
  /** Index of the question about the folder in which a draft's file should stand. */
  folderOf: ReadonlyMap<CitationDraft, number>
  /** Paths at which a draft's file is looked for because the document names them elsewhere in full. */
  fromContext: ReadonlyMap<CitationDraft, readonly string[]>
}

/** Citations of lines are asked one by one, for each line of the document has its commit; mentions of a path once each. */
export function askedFor(drafts: readonly CitationDraft[], commitsOf: (draft: CitationDraft) => NamedCommit[]): Asked {
  const questions: CodeQuestion[] = []
  const [of, folders, fromContext] = [
    new Map<CitationDraft, number>(),
    new Map<CitationDraft, number>(),
    new Map<CitationDraft, readonly string[]>(),
  ]
  const known = new Map<string, number>()
  const ask = (question: CodeQuestion): number => {
    const key = question.text
      ? undefined
      : [...question.paths, '', ...(question.likely ?? []), '', ...question.commits.map(({name}) => name)].join('\0')
    const index = (key === undefined ? undefined : known.get(key)) ?? questions.push(question) - 1
    if (key !== undefined) known.set(key, index)
    return index
  }

  const code = drafts.filter(({kind, of: definition}) => kind === 'code' && definition === undefined)
  const longer = fullerPaths(code)
  for (const draft of code) {
    const paths = draft.candidates.map(({path}) => path).filter(path => path !== '')
    const likely = longer(draft).filter(path => !paths.includes(path))
    if (paths.length === 0 && likely.length === 0) continue
    const commits = commitsOf(draft)
    const line = draft.position.start.line
    if (likely.length > 0) fromContext.set(draft, likely)
    const pinned = draft.form === 'permalink'
    const text = draft.lines !== undefined
    of.set(draft, ask({paths, line, commits, text, ...(likely.length > 0 && {likely}), ...(pinned && {pinned})}))
    const around = [...new Set(paths.map(folderOf))].filter(folder => folder !== '' && !leavesRoot(folder))
    if (draft.lines !== undefined && around.length > 0)
      folders.set(draft, ask({paths: around, line, commits, text: false}))
  }
  return {questions, of, folderOf: folders, fromContext}
}

// "compiled.ts:12" means the "src/graph/compiled.ts" that was cited last before it, else the first one behind it.
function fullerPaths(drafts: readonly CitationDraft[]): (draft: CitationDraft) => string[] {
  const all = new Map<string, CitationDraft[]>()
  for (const draft of drafts) if (isFull(draft)) addTo(all, draft, 'back')
  const before = new Map<string, CitationDraft[]>()
  // Asked in the order of the document.
  return draft => {
    const ending = `/${draft.target.replace(/^(?:\.{1,2}\/)+/, '')}`
    const ends = (other: CitationDraft): boolean => other.target.endsWith(ending)
    const name = nameOf(draft.target)
    const meant = before.get(name)?.find(ends) ?? all.get(name)?.find(ends)
    if (isFull(draft)) addTo(before, draft, 'front')
    return meant === undefined ? [] : meant.candidates.map(({path}) => path).filter(path => !leavesRoot(path))
  }
}

function isFull({target}: CitationDraft): boolean {
  return /[^/]\/[^/]/.test(target) && !target.endsWith('/')
}

// Files of one name that a document speaks of: more than this nobody tells apart.
const MOST_ALIKE = 20

function addTo(byName: Map<string, CitationDraft[]>, draft: CitationDraft, end: 'front' | 'back'): void {
  const name = nameOf(draft.target)
  const known = byName.get(name) ?? []
  const others = known.filter(({target}) => target !== draft.target)
  if (end === 'back' && others.length < known.length) return
  byName.set(name, (end === 'front' ? [draft, ...others] : [...others, draft]).slice(0, MOST_ALIKE))
}
