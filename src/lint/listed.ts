import type {Facts} from '../facts/index.js'
import type {Listed, ListedStatus} from '../listing/index.js'
import type {SectionRole, Template, TemplateSection} from '../template/index.js'
import {collapsed, daysBetween, isCalendarDate, nameOf} from '../text/index.js'
import {heldKind} from './held.js'
import type {Kind} from './types.js'

type Section = Facts['sections'][string]
type Row = Facts['metadata'][string]

/** What a list tells of a document, by its facts. `today`: for its age. */
export function listedOf(facts: Facts, kind: Kind, today?: string): Listed {
  const {name, template} = heldKind(kind, facts)
  const {path, title, metadata} = facts
  const days = daysOf(facts, template)
  const last = days.updated ?? days.created
  const questions = template && openQuestions(facts, template)
  const owner = metadata.owner?.value
  return {
    path,
    kind: name,
    ...(title && title.text !== '' && {title: title.name || title.text}),
    ...(metadata.status && {status: statusOf(metadata.status)}),
    statuses: template?.statuses ?? [],
    ...(owner && {owner: line(owner)}),
    ...days,
    ...(today !== undefined && last !== undefined && {age: daysBetween(last, today)}),
    ...(template && {sections: sectionsOf(facts, template)}),
    ...(questions !== undefined && {questions}),
  }
}

function statusOf({value, name, known = false, note}: Row): ListedStatus {
  return {value: line(value), name: line(name ?? value), known, ...(note !== undefined && {note: line(note)})}
}

function line(text: string): string {
  return collapsed(text)
}

/** When it was created, and last updated: by the rows that the form marks, else by rows that are days, else by its file's name. */
function daysOf({metadata, path}: Facts, template: Template | undefined): Pick<Listed, 'created' | 'updated'> {
  const {dates} = metadata
  if (dates?.created?.exists) {
    const updated = dates.updated?.exists ? dates.updated.text : undefined
    return {created: dates.created.text, ...(updated !== undefined && {updated})}
  }
  const marked = template?.metadata.rows.find(({id, days}) => days?.type === 'updated' && metadata[id])
  const days = Object.values(metadata)
    .map(({value}) => value.trim())
    .filter(isCalendarDate)
    .sort()
  const named = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(nameOf(path))?.[0]
  const own = marked && metadata[marked.id]?.value.trim()
  const updated = own !== undefined && isCalendarDate(own) ? own : days.length > 1 ? days.at(-1) : undefined
  const first = days.find(day => day !== updated) ?? (named !== undefined && isCalendarDate(named) ? named : undefined)
  const created = first ?? (updated === undefined ? days[0] : undefined)
  return {...(created !== undefined && {created}), ...(updated !== undefined && {updated})}
}

/** The sections that the form asks for, those of the outermost level. A waiver fills one. */
function sectionsOf({sections}: Facts, template: Template): NonNullable<Listed['sections']> {
  const asked = template.sections.filter(({optional}) => !optional)
  const claimed = Object.values(sections)
  const unfilled = asked.filter(({id}) => !claimed.some(section => section.claim === id && says(section)))
  return {filled: asked.length - unfilled.length, all: asked.length, unfilled: unfilled.map(({title}) => title)}
}

function says({waiver, content = 0}: Section): boolean {
  return waiver !== undefined || content > 0
}

/** Unticked tasks where the form has its questions; undefined where it has no such place. */
function openQuestions(facts: Facts, template: Template): number | undefined {
  if (!template.sections.some(hasQuestions)) return undefined
  return count(facts.sections, template.sections, undefined)
}

function hasQuestions(section: TemplateSection): boolean {
  return section.role === 'questions' || section.sections.some(hasQuestions)
}

// A section's tasks are those of its sub-sections, too.
function count(
  sections: Facts['sections'],
  forms: readonly TemplateSection[],
  around: SectionRole | undefined,
): number {
  return Object.values(sections).reduce((sum, {claim, tasks = [], sections: below}) => {
    const form = forms.find(({id}) => id === claim)
    const role = form?.role ?? around
    if (role !== 'questions') return sum + count(below, form?.sections ?? [], role)
    return sum + tasks.filter(({checked}) => !checked).length
  }, 0)
}
