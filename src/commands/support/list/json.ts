import type {Listed} from '../../../listing/index.js'

/** Of schema/list.schema.json. */
const SCHEMA_VERSION = 1

/** The contract of schema/list.schema.json. `all`: how many documents there are, wanted or not. */
export function listReport(
  entries: readonly Listed[],
  {today, all, show}: {today: string; all: number; show(path: string): string},
): object {
  const sum = (of: (entry: Listed) => number | undefined) =>
    entries.reduce((total, entry) => total + (of(entry) ?? 0), 0)
  return {
    schemaVersion: SCHEMA_VERSION,
    today,
    summary: {
      documents: entries.length,
      all,
      notChecked: entries.filter(({reason}) => reason !== undefined).length,
      questions: sum(({questions}) => questions),
      citations: sum(({citations}) => citations?.all),
      wrong: sum(({citations}) => citations?.wrong),
      errors: sum(({messages}) => messages?.errors),
      warnings: sum(({messages}) => messages?.warnings),
      infos: sum(({messages}) => messages?.infos),
    },
    documents: entries.map(({path, statuses, kind, reason, ...rest}) => ({
      path: show(path),
      kind,
      checked: reason === undefined,
      ...(reason !== undefined && {reason}),
      ...rest,
    })),
  }
}
