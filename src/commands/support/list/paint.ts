import type {ColumnName, Listed} from '../../../listing/index.js'
import type {Palette} from '../../../reporters/index.js'

type Paint = (text: string) => string

/** The colour of a cell: what is wrong, what is settled, what is over. */
export function paintOf(name: ColumnName, entry: Listed, palette: Palette): Paint {
  const plain: Paint = text => text
  if (entry.reason !== undefined) return name === 'status' ? palette.error : name === 'path' ? palette.strong : plain
  switch (name) {
    case 'status':
      return statusPaint(entry, palette) ?? plain
    case 'errors':
      return entry.messages?.errors ? palette.error : plain
    case 'wrong':
      return entry.citations?.wrong ? palette.warning : plain
    case 'warnings':
      return entry.messages?.warnings ? palette.warning : plain
    case 'open':
      return entry.questions ? palette.info : plain
    case 'path':
      return palette.strong
    default:
      return plain
  }
}

// By what the template says of a status, not by its name.
function statusPaint({status, statuses}: Listed, palette: Palette): Paint | undefined {
  if (!status || status.value === '') return undefined
  const form = statuses.find(({name}) => name === status.name)
  if (!form) return statuses.length > 0 ? palette.warning : undefined
  if (form.approved) return palette.good
  return form.superseded || form.next?.length === 0 ? palette.quiet : undefined
}
