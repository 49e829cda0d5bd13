import type {Heading, Root} from 'mdast'
import type {SectionNode} from '../facts/reading/sections.js'
import {parse, stringify} from '../markdown/index.js'
import {bearsTitle, cutTitle, refilled, type TemplateSection, titleKey} from '../template/index.js'
import {itemAt} from '../text/index.js'

/**
 * The title that a heading gets where its section is called otherwise in the other version: where it bears the title of the old one,
 * or none that the new one knows. Words that the author added to it stay: "Rollout (in two steps)" becomes "Test Plan (in two
 * steps)", "Phase 2: Drain" becomes "Step 2: Drain". Undefined where the heading may stay, null where it cannot be told what becomes
 * of it.
 */
export function newTitle(
  {entry}: SectionNode,
  older: TemplateSection,
  newer: TemplateSection,
): string | undefined | null {
  const {title} = entry
  const fits = (found: string | undefined): found is string => found !== undefined && bearsTitle(newer, found)
  const isSame = titleKey(cutTitle(older.title)) === titleKey(cutTitle(newer.title))
  const own = refilled(older.title, newer.title, title) ?? withAddition(title, older.title, newer.title)
  if (!isSame && fits(own) && titleKey(own) !== titleKey(title)) return own
  if (bearsTitle(newer, title)) return undefined
  const others = [older.title, ...older.aliases, ...(older.former ?? [])]
  return others.map(other => withAddition(title, other, newer.title)).find(fits) ?? null
}

function withAddition(title: string, older: string, newer: string): string | undefined {
  if (titleKey(older) === titleKey(title)) return newer
  if (titleKey(cutTitle(older)) !== titleKey(cutTitle(title))) return undefined
  const addition = title.slice(cutTitle(title).length)
  // What the template itself adds is none of the author's.
  const isOwn = addition !== '' && titleKey(addition) !== titleKey(older.slice(cutTitle(older).length))
  return isOwn ? cutTitle(newer) + addition : newer
}

/** A title as it is written in a heading: with backslashes only where its words would be read as something else. */
export function titleSource(title: string): string {
  const heading = itemAt(parse(`# ${title}\n`).children, 0) as Heading
  const [only, ...others] = heading.children
  if (only?.type === 'text' && only.value === title && others.length === 0) return title
  const tree: Root = {type: 'root', children: [{type: 'heading', depth: 1, children: [{type: 'text', value: title}]}]}
  return stringify(tree).replace(/^# /, '').trim()
}
