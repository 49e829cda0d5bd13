import type {FactsOfFile} from '../../../lint/index.js'
import {itemAt, reasonOf} from '../../../text/index.js'
import type {Selected, Workspace} from '../../../workspace/index.js'
import {type Entry, type Fate, fateJson} from './account.js'

/** A research document with its open questions, and what became of each in the specs that cite it. */
export interface AskedDocument {
  path: string
  /** Why it could not be read. */
  reason?: string
  questions: {line: number; text: string; id: string; specs: {path: string; entry: Entry}[]}[]
}

/** Reads the open questions of research documents. */
export async function askedResearch(files: readonly Selected[], workspace: Workspace): Promise<AskedDocument[]> {
  if (files.length === 0) return []
  const [{readQuestions}, {questionIds}] = await Promise.all([
    import('../../../research/read.js'),
    import('../../../research/question-ids.js'),
  ])
  const documents: AskedDocument[] = []
  for (const {path} of files) {
    const reading = await workspace.read(path)
    if (!reading.ok) {
      documents.push({path, reason: reading.reason, questions: []})
      continue
    }
    try {
      const questions = readQuestions(reading.text)
      const ids = questionIds(questions)
      const open = questions.flatMap(({line, text, resolved}, index) =>
        resolved ? [] : [{line, text: text.replace(/\s+/g, ' '), id: itemAt(ids, index), specs: []}],
      )
      documents.push({path, questions: open})
    } catch (error) {
      documents.push({path, reason: reasonOf(error), questions: []})
    }
  }
  return documents
}

/** Notes what became in one document of the questions. */
export function noteFates(
  file: FactsOfFile,
  asked: readonly AskedDocument[],
  wanted: readonly Fate[] | undefined,
): void {
  if (!file.ok || asked.length === 0) return
  for (const entry of file.facts.ledger) {
    if (wanted && !wanted.includes(entry.fate)) continue
    const document = asked.find(({path}) => path === file.outward(entry.research))
    document?.questions.find(({id}) => id === entry.id)?.specs.push({path: file.path, entry})
  }
}

/** The contract of schema/questions.schema.json: `research`. */
export function askedJson({path, reason, questions}: AskedDocument, show: (path: string) => string): object {
  return {
    path: show(path),
    ...(reason !== undefined && {reason}),
    questions: questions.map(({specs, ...question}) => ({
      ...question,
      specs: specs.map(({path, entry}) => ({path: show(path), ...fateJson(entry)})),
    })),
  }
}
