import type {Facts} from '../../../facts/index.js'
import type {CheckState, FactsOfFile} from '../../../lint/index.js'

export type Entry = Facts['ledger'][number]
export type Fate = Entry['fate']

/** Every fate, what has to be done first. */
export const FATES: readonly Fate[] = ['vanished', 'open', 'unclear', 'moved', 'answered']

/** What became in one document of the questions that it was asked, research document by research document. */
export type Account = CheckState & {
  path: string
  kind: string
  research: {path: string; questions: Entry[]}[]
}

/** The fates that the options ask for; undefined for all. */
export function wantedFates({open, vanished}: {open: boolean; vanished: boolean}): readonly Fate[] | undefined {
  return open || vanished ? [...(open ? ['open' as const] : []), ...(vanished ? ['vanished' as const] : [])] : undefined
}

/** Paths of research are those of the workspace that was asked. */
export function accountOf(file: FactsOfFile, wanted: readonly Fate[] | undefined): Account {
  const {path} = file
  if (!file.ok) return {path, kind: file.kind, status: 'not-checked', reason: file.reason, research: []}
  const byPath = new Map<string, Entry[]>()
  for (const entry of file.facts.ledger) {
    if (wanted && !wanted.includes(entry.fate)) continue
    const research = file.outward(entry.research)
    byPath.set(research, [...(byPath.get(research) ?? []), entry])
  }
  const research = [...byPath].map(([path, questions]) => ({path, questions}))
  return {path, kind: file.kind.name, status: 'checked', research}
}

/** The contract of schema/questions.schema.json: `files`. */
export function accountJson({path, research, ...rest}: Account, show: (path: string) => string): object {
  return {
    path: show(path),
    ...rest,
    research: research.map(({path, questions}) => ({
      path: show(path),
      questions: questions.map(({line, text, id, ...fate}) => ({line, text, id, ...fateJson(fate)})),
    })),
  }
}

/** What became of a question, without where a message on it would stand. */
export function fateJson({
  fate,
  by,
  score,
  role,
  section,
  heading,
  place,
  reason,
}: Omit<Entry, 'line' | 'text' | 'id' | 'research' | 'position'>): object {
  return {
    fate,
    ...(by && {by}),
    ...(score !== undefined && {score}),
    ...(role && {role}),
    ...(section !== undefined && {section}),
    ...(heading !== undefined && {heading}),
    ...(place && {place}),
    ...(reason && {reason}),
  }
}
