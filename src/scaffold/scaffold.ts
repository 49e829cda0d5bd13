import {type ResearchDocument, type ResearchOutline, readOutline, readResearch, tierOf} from '../research/index.js'
import type {Template} from '../template/index.js'
import {count, itemAt} from '../text/index.js'
import type {Note, Workspace} from '../workspace/index.js'
import {choose} from './choose.js'
import {clean} from './clean.js'
import {write} from './document.js'
import {ScaffoldError} from './error.js'
import {type Evidence, gather} from './evidence.js'
import {sectionsOf} from './fill-sources.js'
import {dateOf, pathsOf, peopleOf, reasonAgainst, UNSET} from './metadata.js'
import {RESEARCH_ROW, researchLinks} from './metadata-form.js'
import {nextSteps} from './next-steps.js'
import {fromCwd} from './paths.js'
import {findSources, readSources, type Source} from './sources.js'
import {targetOf} from './target.js'
import {askedTitle, withoutSuffix} from './title.js'
import type {FilledValue, ScaffoldRequest, ScaffoldResult} from './types.js'

/**
 * Builds a new document out of a template and research: what it would hold, where it belongs, and where each value comes
 * from. Nothing is written; `workspace.create(result.path, result.text)` does that. The same request on the same workspace
 * gives the same text.
 *
 * @throws ScaffoldError where the request cannot be followed: no title, a path as title, research that cannot be read, an
 * impossible date, a document that exists already.
 * @example
 * import {openWorkspace, scaffold} from 'specwright'
 *
 * const workspace = await openWorkspace({root: 'examples/reading-room'})
 * const {path, text} = await scaffold({title: 'Late fees', date: '2026-01-31'}, workspace)
 * console.log(path) // specs/2026-01-31-late-fees.md
 * console.log(text.split('\n')[0]) // # Late fees Technical Design Document / RFC
 */
export async function scaffold(request: ScaffoldRequest, workspace: Workspace): Promise<ScaffoldResult> {
  const {template = await builtInTemplate(), guidance = 'comment'} = request
  const reason = reasonAgainst(request)
  const dates = dateOf(request, workspace)
  const asked = request.title === undefined ? undefined : await askedTitle(request.title, template, workspace)
  const found = reason === undefined ? await findSources(workspace, request.research ?? []) : {sources: [], notes: []}
  if (asked === undefined) checkTopic(found.sources)
  const read = await readSources(workspace, found.sources, readOutline)
  const title: FilledValue =
    asked === undefined ? topicOf(read.documents, template) : {field: 'title', value: asked, source: 'the argument'}

  const {out, folder, file} = request
  const target = {title: title.value, date: dates.value, out, folder, file, kind: template.kind}
  const path = await targetOf(target, workspace)
  const {chosen, considered} = choose(title.value, dates.value, found.sources, read.documents)
  // Outlines tell enough to choose; what is cited is read whole.
  const whole = await readSources(workspace, chosen, readResearch)
  const {documents} = whole
  const evidence = await gather(documents, path, workspace)
  const research = researchValue(reason, documents)
  // Nothing is said of rows that the form does not have, nor of those that it can do without where nothing is known.
  const holds = (id: string) => template.metadata.rows.some(row => row.id === id)
  const isIdle = ({field, value}: FilledValue) =>
    value === UNSET && template.metadata.rows.some(({id, optional}) => id === field && optional)
  const all = [...(await peopleOf({...request, template}, path, workspace)), dates, ...research]
  const rows = all.filter(row => holds(row.field) && !isIdle(row))
  const values = [title, {field: 'path', value: path, source: placeOf(request)}, ...rows, ...fillings(evidence)]
  const links = researchLinks(evidence, path)
  return {
    path,
    text: write({template, path, title: title.value, values: rows, links, guidance, evidence}),
    values,
    research: considered.map(entry => ({...entry, chosen: documents.some(({path}) => path === entry.path)})),
    notes: [
      ...found.notes,
      ...read.notes,
      ...whole.notes.filter(({code}) => code === 'research-not-read'),
      ...unmatchedNotes(read.documents, documents),
      ...laterNotes(documents, dates.value),
      ...(await placeNotes(path, template.kind, workspace)),
      ...(await gitNotes(request, holds('author'), workspace)),
    ],
    nextSteps: nextSteps(fromCwd(workspace, path), rows, evidence.questions.filter(({resolved}) => !resolved).length, {
      table: template.metadata.sources.includes('table'),
      lintOptions: request.lintOptions ?? [],
    }),
  }
}

async function builtInTemplate(): Promise<Template> {
  return (await import('../generated/kinds.js')).kinds.rfc.template
}

function checkTopic(sources: readonly Source[]): void {
  if (sources.length === 1 && sources[0]?.named) return
  throw new ScaffoldError('title', 'Missing title, expected one, or --research with the one document to take it from')
}

function topicOf(documents: readonly ResearchOutline[], template: Template): FilledValue {
  const {topic, path} = itemAt(documents, 0)
  const value = withoutSuffix(clean(topic), template)
  if (value !== '') return {field: 'title', value, source: `the topic of ${path}`}
  throw new ScaffoldError('title', `Missing title, expected one, for ${path} has neither a topic nor a title`)
}

function placeOf({out, folder}: ScaffoldRequest): string {
  if (out !== undefined) return '--out'
  return `the folder of ${folder === undefined ? 'specs' : 'the kind'}, the date and the title`
}

function researchValue(reason: string | undefined, chosen: readonly ResearchDocument[]): FilledValue[] {
  if (reason !== undefined) return [{field: RESEARCH_ROW, value: reason, source: '--no-research'}]
  if (chosen.length === 0) return []
  return [{field: RESEARCH_ROW, value: pathsOf(chosen), source: 'the chosen research'}]
}

async function placeNotes(path: string, kind: string, workspace: Workspace): Promise<Note[]> {
  const claimed = await workspace.kindOf(path)
  if (claimed !== undefined && (claimed === kind || !workspace.settings.kinds.some(({name}) => name === kind)))
    return []
  if (claimed !== undefined)
    return [
      {
        code: 'other-kind',
        text: `${path} is claimed by the kind ${claimed}: "spec lint" reads it as that, not as ${kind}`,
      },
    ]
  const text = `${path} lies outside the folders of the workspace's documents: "spec lint" checks it only where it is named`
  return [{code: 'unclaimed', text}]
}

async function gitNotes({author}: ScaffoldRequest, isAsked: boolean, workspace: Workspace): Promise<Note[]> {
  const {notes} = await workspace.git()
  return notes.filter(({code}) => (isAsked && author === undefined) || code !== 'no-user-name')
}

/** What the research filled sections with. */
function fillings({documents, questions, code}: Evidence): FilledValue[] {
  const sections = documents.reduce((sum, document) => sum + sectionsOf(document).length, 0)
  const files = [...code.values()].reduce((sum, paths) => sum + paths.length, 0)
  const options = documents.flatMap(document => document.options)
  const open = questions.filter(({resolved}) => !resolved)
  const filling = (field: string, value: string, from: readonly ResearchDocument[]): FilledValue[] =>
    from.length === 0 ? [] : [{field, value, source: pathsOf([...new Set(from)])}]
  return [
    ...filling(
      'sources',
      [count(documents.length, 'document'), count(sections, 'section'), count(files, 'code file')].join(', '),
      documents,
    ),
    ...filling(
      'options',
      count(options.length, 'option'),
      documents.filter(document => document.options.length > 0),
    ),
    ...filling(
      'questions',
      `${open.length} open, ${questions.length - open.length} resolved`,
      questions.flatMap(({sources}) => sources.map(({document}) => document)),
    ),
  ]
}

function unmatchedNotes(read: readonly ResearchOutline[], chosen: readonly ResearchDocument[]): Note[] {
  if (read.length === 0 || chosen.length > 0) return []
  const text = `No research matches the title (0 of ${read.length}), so none is cited: --research names it, --no-research tells why there is none`
  return [{code: 'no-research-match', text}]
}

function laterNotes(chosen: readonly ResearchDocument[], date: string): Note[] {
  return chosen
    .filter(document => tierOf(document.date, date) === 'later')
    .map(({path, date: from = ''}) => ({
      code: 'later-research',
      text: `${path} is dated ${from}, after the document's own date ${date}`,
    }))
}
