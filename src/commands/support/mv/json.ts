import type {MovedFile, MovePlan} from '../../../move/index.js'

/** Of schema/mv.schema.json. */
const SCHEMA_VERSION = 1

/** What a move did, or would do: the contract of schema/mv.schema.json. */
export function moveReport(
  {from, to, moved, citing, left, unread, documents}: MovePlan,
  {isDry, tracked, notes}: {isDry: boolean; tracked: boolean; notes: readonly string[]},
  show: (path: string) => string,
): object {
  const fileReport = ({path, rewrites}: MovedFile) => ({
    path: show(path),
    rewrites: rewrites.map(({edit: {range, text}, form, written}) => ({
      line: range.start.line,
      column: range.start.column,
      form,
      written,
      text,
    })),
  })
  return {
    schemaVersion: SCHEMA_VERSION,
    outcome: isDry ? 'dry-run' : 'moved',
    from: show(from),
    to: show(to),
    tracked,
    documents,
    moved: fileReport(moved),
    citing: citing.map(fileReport),
    left: left.map(({path, places}) => ({path: show(path), places})),
    unread: unread.map(({path, reason}) => ({path: show(path), reason})),
    notes,
  }
}
