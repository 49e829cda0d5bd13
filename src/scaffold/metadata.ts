import type {ResearchOutline} from '../research/index.js'
import type {Template} from '../template/index.js'
import {isCalendarDate} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {clean, quoted} from './clean.js'
import {ScaffoldError} from './error.js'
import type {FilledValue, ScaffoldRequest} from './types.js'

/** What stands where nothing is known: lint asks for it as for any unset value. */
export const UNSET = 'TBD'

/** Who, whose and in which state: the rows of the metadata but the dates and the research, each with its source. */
export async function peopleOf(
  request: ScaffoldRequest & {template: Template},
  path: string,
  workspace: Workspace,
): Promise<FilledValue[]> {
  return [await authorOf(request, workspace), ...statusOf(request.template), await ownerOf(request, path, workspace)]
}

async function authorOf(request: ScaffoldRequest, workspace: Workspace): Promise<FilledValue> {
  const asked = given('author', request.author)
  if (asked !== undefined) return {field: 'author', value: asked, source: '--author'}
  const {userName = ''} = await workspace.git()
  const name = clean(userName)
  if (name !== '') return {field: 'author', value: name, source: 'git user.name'}
  return {field: 'author', value: UNSET, source: 'nothing: git has no user.name, and there is no --author'}
}

function given(field: 'author' | 'owner', words: string | undefined): string | undefined {
  const asked = words === undefined ? undefined : clean(words)
  if (asked === '') throw new ScaffoldError(field, `Unexpected blank --${field}, expected a name`)
  return asked
}

function statusOf({statuses}: Template): FilledValue[] {
  const [first] = statuses
  return first ? [{field: 'status', value: first.name, source: 'the first status of the template'}] : []
}

async function ownerOf(request: ScaffoldRequest, path: string, workspace: Workspace): Promise<FilledValue> {
  const asked = given('owner', request.owner)
  if (asked !== undefined) return {field: 'owner', value: asked, source: '--owner'}
  const owners = (await workspace.ownersOf(path)).map(clean).filter(owner => owner !== '')
  if (owners.length > 0) return {field: 'owner', value: owners.join(', '), source: 'CODEOWNERS'}
  const {remote} = await workspace.git()
  if (remote !== undefined) return {field: 'owner', value: remote, source: "git's remote"}
  return {field: 'owner', value: UNSET, source: 'nothing: no CODEOWNERS, no remote, and there is no --owner'}
}

export function dateOf(request: ScaffoldRequest, workspace: Workspace): FilledValue {
  const {date} = request
  if (date === undefined) return {field: 'dates', value: workspace.today, source: 'today (UTC)'}
  if (isCalendarDate(date)) return {field: 'dates', value: date, source: '--date'}
  throw new ScaffoldError('date', `Unexpected date ${quoted(date)}, expected a day of the calendar such as 2026-01-31`)
}

/** The reason of `--no-research`, as it stands in the row; undefined where none is given. */
export function reasonAgainst({noResearch, research}: ScaffoldRequest): string | undefined {
  if (noResearch === undefined) return undefined
  if ((research?.length ?? 0) > 0)
    throw new ScaffoldError('research', 'Unexpected --no-research beside --research, expected one of them')
  const reason = clean(noResearch)
  if (!/[\p{L}\p{N}]/u.test(reason))
    throw new ScaffoldError('research', 'Unexpected empty --no-research, expected the reason in some words')
  return `None: ${reason}`
}

/** "research/2026-01-15-search.md", … */
export function pathsOf(documents: readonly ResearchOutline[]): string {
  return documents.map(({path}) => path).join(', ')
}
