import type {Facts, Heading, Section} from '../../facts/types.js'
import {flatSections, type Template, type TemplateSection} from '../../template/index.js'
import {lineEnding, trimmedEnd} from '../../text/index.js'
import {rangesOf} from '../places.js'
import type {FixMaker, MissingSection} from '../types.js'
import {sectionText} from './form-text.js'
import {isForeign, sectionAt} from './parent.js'
import {nearMisses, stands} from './renamed.js'

/**
 * A missing section is put in at its place, as a new document would have it: the template's heading, its guidance as comments, its
 * empty form. It takes the template's number where that goes on from the headings around it, else none. A text that has neither
 * metadata nor any of the template's sections is no document of this kind: nothing is put into that. Nor beside a heading that is
 * nearly the one that is missing: it may be meant.
 */
export const insertedSection: FixMaker = (_item, {facts, text, template, missing}) => {
  if (!missing || !template || isForeign(facts) || nearMisses(missing, facts).length > 0) return undefined
  const {form, parents} = missing
  const parent = sectionAt(facts, parents)
  if (parents.length > 0 && !parent) return undefined
  const level = parent ? parent.level + 1 : form.level
  if (level > 6) return undefined
  const ending = lineEnding(text)
  const number = missing.number ?? (fits(form, template, {level, missing, facts, parent}) ? form.number : undefined)
  const section = sectionText(form, template, {by: level - form.level, ...(number !== undefined && {number})})
  const at = placeOf(missing, facts, text)
  const lines = section.trim().split('\n').join(ending)
  const before = blankBetween(text.slice(0, at), ending)
  const behind = /^(?:[\r\n]|$)/.test(text.slice(at)) ? '' : ending.repeat(2)
  const range = rangesOf(text)(at, at)
  return {
    title: 'Put in the section as the template has it, to be filled in',
    edits: [{range, text: `${before}${lines}${behind}`}],
    region: range,
  }
}

// Before a section stands a blank line, whatever stood there.
function blankBetween(before: string, ending: string): string {
  if (before === '' || /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(before)) return ''
  return /[\r\n]$/.test(before) ? ending : ending.repeat(2)
}

// The comment that says what the document is stays the last thing in it.
function placeOf({at}: MissingSection, {template}: Facts, text: string): number {
  const comment = template?.position
  const isBehind = comment !== undefined && /^\s*$/.test(text.slice(comment.end.offset, at.offset))
  if (comment !== undefined && at.offset >= comment.end.offset && isBehind) return trimmed(text, comment.start.offset)
  // What blank lines a document ends with it keeps.
  return /^[\r\n\t ]*$/.test(text.slice(at.offset)) ? trimmed(text, at.offset) : at.offset
}

function trimmed(text: string, end: number): number {
  return trimmedEnd(text.slice(0, end), /[\r\n\t ]/).length
}

/** Whether a document that has the template's numbers so far would have this one at this place. */
function fits(
  {number}: TemplateSection,
  template: Template,
  {
    level,
    missing: {at, parents},
    facts,
    parent,
  }: {level: number; missing: MissingSection; facts: Facts; parent: Section | undefined},
): boolean {
  if (number === undefined) return false
  const parts = number.split('.')
  const last = Number(parts.pop())
  if (parts.length > 0 && parent?.number !== parts.join('.')) return false
  const path = parents.join('/')
  const forms = parent
    ? flatSections(template.sections).find(section => section.path === path)?.sections
    : template.sections
  const claimed = Object.values((parent ?? facts).sections)
  const isOther = claimed.some(({claim, number: own}) => {
    const form = claim === undefined ? undefined : forms?.find(({id}) => id === claim)
    return form !== undefined && own !== undefined && form.number !== own
  })
  if (isOther) return false
  const siblings = facts.outline.filter(heading => heading.level === level && stands(heading, path))
  const before = siblings.filter(({position}) => position.start.offset < at.offset).map(lastOf)
  const behind = siblings.filter(({position}) => position.start.offset >= at.offset).map(lastOf)
  const isNumbered = siblings.length === 0 || siblings.some(heading => heading.number !== undefined)
  return isNumbered && before.every(other => !(other >= last)) && behind.every(other => !(other <= last))
}

// NaN, which compares with nothing, where there is none.
function lastOf({number}: Heading): number {
  return number === undefined ? Number.NaN : Number(number.split('.').at(-1))
}
