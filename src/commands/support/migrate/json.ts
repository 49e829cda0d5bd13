import type {LeftElsewhere, PlannedDocument, PlannedFile} from '../../../migrate/index.js'

/** Of schema/migrate.schema.json. */
const SCHEMA_VERSION = 1

/** What came of a run, with paths of the workspace that was asked. */
export interface Run {
  version: number
  documents: PlannedDocument[]
  files: PlannedFile[]
  left: LeftElsewhere[]
  unread: {path: string; kind: string; reason: string}[]
}

/** Whether it is brought to another version, and not only cites one that is. */
export function isMigrated({migration}: PlannedDocument, {version}: Pick<Run, 'version'>): boolean {
  return migration.ok && migration.from !== version
}

type Show = (path: string) => string

/** The contract of schema/migrate.schema.json. */
export function migrationReport(run: Run, {written, show}: {written: boolean; show: Show}): object {
  const {version, documents, files, left, unread} = run
  const changed = new Map(files.map(file => [file.path, file]))
  const texts = (path: string): object => {
    const after = changed.get(path)?.after
    return written || after === undefined ? {} : {text: after}
  }
  const cited = ({path, rewritten}: PlannedFile): object[] =>
    rewritten.map(({line, of, from, to}) => ({path: show(path), line, document: show(of), from, to}))
  return {
    schemaVersion: SCHEMA_VERSION,
    to: version,
    written,
    documents: [
      ...documents.map(document => {
        const {path, kind, migration} = document
        return migration.ok
          ? {
              path: show(path),
              kind,
              outcome: isMigrated(document, run) ? 'migrated' : 'unchanged',
              from: migration.from,
              parts: migration.parts,
              ...texts(path),
            }
          : {path: show(path), kind, outcome: 'left', reason: migration.reason, parts: []}
      }),
      ...unread.map(({path, kind, reason}) => ({path: show(path), kind, outcome: 'not-read', reason, parts: []})),
    ],
    citations: files.flatMap(cited),
    left: [
      ...documents.flatMap(({path, migration}) =>
        migration.ok ? migration.left.map(each => ({path: show(path), ...each, document: show(path)})) : [],
      ),
      ...left.map(({path, of, ...each}) => ({path: show(path), ...each, document: show(of)})),
    ],
  }
}
