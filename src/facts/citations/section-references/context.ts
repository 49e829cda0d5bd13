import {once} from '../../reading/once.js'
import type {Scene} from '../scene.js'
import {sentenceAround} from '../sentences.js'
import type {CitationDraft} from '../types.js'
import {listedResearch} from './listed.js'
import type {Neighbours} from './neighbours.js'
import {ownNumbersOf} from './own-numbers.js'
import type {Written} from './written.js'

/** Whose section is named: of one of these documents, of the document itself, or of something unknown. */
export type Owner = {among: readonly CitationDraft[]} | 'self' | undefined

// "`x.md` Section 3", "[x](x.md), §4.1", "[x](x.md) — Sections 1–4", "(x.md) (§4)".
const FROM_BEFORE = /^[\s,;:)\]*_—–-]{0,6}(?:\(|in |at |see )?$/
// "Section 4 of `x.md`", "§4 in the [x](x.md)", "Section “Costs” (x.md)".
const TO_BEHIND =
  /^[\s*_]{0,4}(?:,? ?(?:"[^"\n]{0,200}"|“[^”\n]{0,200}”))?[\s*_]{0,4}(?:\(|(?:of|in|from|within)\s(?:the\s)?(?:research\s)?(?:doc(?:ument)?\s)?)[\s*_]{0,4}$/
const FOR_BEHIND = 260

// "(Research: Section 1.1)", "ref: research §8a", "the research document's Section 3", "Research Reference: Section 4".
const RESEARCH_BEFORE =
  /\bresearch(?:\s(?:doc(?:ument)?s?|reports?|notes?|findings?|ref(?:erence)?s?|citation|source))?(?:['’]s)?[\s:,*_—–-]{0,6}\(?$/i
// "Section 5 of the research", "Section “Costs” in research".
const RESEARCH_BEHIND = /^[\s*_]{0,4}(?:of|in|from)\s(?:(?:the|our|this)\s)?(?:\w{1,20}\s)?research\b/i

// "Section “Events” in the TUI spec's appendix".
const OTHER_BEHIND = /^[\s*_]{0,4}(?:of|in|from)\s(?:(?!research)\w{1,20}\s){0,3}(?:spec|RFC|PRD|ADR|README)\b/i

// What stands before "§4" in a sentence that speaks of other documents: standards, laws, papers, specs.
const FOREIGN =
  /\b(?:RFCs?|ISO|IEC|IEEE|ECMA|POSIX|W3C|WHATWG|IETF|PEP|NIST|CFR|U\.?S\.?C|GDPR|HIPAA|spec(?:ification)?s?|standards?|papers?|research|docs?|documentation|documents?|guides?|manuals?|books?|issues?|PRs?|ADRs?|parent|v\d)\b/i

// The same of what people call by "Section 4" rather than by the sign.
const FOREIGN_BY_WORD =
  /\b(?:acts?|agreements?|appendix|articles?|chapters?|contracts?|directives?|guidelines?|handbooks?|laws?|licen[cs]es?|polic(?:y|ies)|protocols?|READMEs?|PRDs?|regulations?|reports?|templates?|terms|textbooks?|white ?papers?|wikis?)\b/i

/** A document, and the citations of its other forms. */
export interface Around {
  scene: Scene
  neighbours: Neighbours
}

export function ownerOf(around: Around, written: Written): Owner {
  const {scene, neighbours} = around
  const {source} = scene
  const {from, to, passage} = written
  if (passage.linked) return documentOf(neighbours.around(written))
  const {block} = passage
  const last = neighbours.before(from)
  const near =
    last !== undefined &&
    last.position.start.offset >= block.from &&
    FROM_BEFORE.test(source.slice(last.position.end.offset, from))
  // Source code has no sections: the sentence goes on to another matter.
  if (near && !isSource(last)) return documentOf(last)
  const next = neighbours.behind(to)
  const start = next?.position.start.offset ?? block.to
  if (next !== undefined && start < block.to && start - to <= FOR_BEHIND && TO_BEHIND.test(source.slice(to, start)))
    return documentOf(next)
  const before = source.slice(Math.max(block.from, from - 60), from)
  const behind = source.slice(to, Math.min(block.to, to + 60))
  if (OTHER_BEHIND.test(behind)) return undefined
  if (RESEARCH_BEFORE.test(before) || RESEARCH_BEHIND.test(behind)) return ofResearch(around, written)
  return isOwn(scene, neighbours, written) && (written.sign || isOwnByWord(scene, neighbours, written))
    ? 'self'
    : undefined
}

function documentOf(draft: CitationDraft | undefined): Owner {
  return draft !== undefined && names(draft) ? {among: [draft]} : undefined
}

function isSource({kind, document}: CitationDraft): boolean {
  return kind === 'code' && !document
}

function names({kind, name}: CitationDraft): boolean {
  return kind === 'research' || kind === 'spec' || name !== undefined
}

/** "The research" is what the sentence cites, else what the document lists as its research, else what it cites at all. */
function ofResearch(around: Around, written: Written): Owner {
  const {scene, neighbours} = around
  const sentence = sentenceAround(scene.source, written, written.passage.block)
  const near = distinct(neighbours.within(sentence).filter(isResearch))
  return {among: near.length > 0 ? near : foremost(around)}
}

const foremost = once(({scene, neighbours}: Around): readonly CitationDraft[] => {
  const all = neighbours.within({from: 0, to: scene.source.length}).filter(isResearch)
  const listed = listedResearch(scene, all)
  return distinct(listed.length > 0 ? listed : all)
})

function isResearch({kind, document}: CitationDraft): boolean {
  return kind === 'research' && document !== false
}

// More than a few are as good as all: which one is meant is open.
function distinct(drafts: readonly CitationDraft[]): CitationDraft[] {
  return [...new Map(drafts.map(draft => [draft.target, draft])).values()].slice(0, 20)
}

// Nothing but this document may be meant: the sentence cites and names no other. A list whose entries begin with "§5.1 Title"
// may be one of another document's sections.
function isOwn(scene: Scene, neighbours: Neighbours, written: Written): boolean {
  const {from, to} = written.passage.block
  const lead = scene.source.slice(from, written.from)
  if (/^[\s*_~#]{0,8}$/.test(lead) && /\p{L}/u.test(scene.source.slice(written.to, Math.min(to, written.to + 40))))
    return false
  const sentence = sentenceAround(scene.source, written, written.passage.block)
  if (neighbours.within({from: sentence.from, to: written.from}).some(draft => !isSource(draft))) return false
  const before = scene.source.slice(sentence.from, written.from)
  const behind = scene.source.slice(written.to, written.to + 30)
  return !FOREIGN.test(before) && !/^[\s*_]{0,4}(?:of|in|from)\s/.test(behind)
}

// "Section 4.2" is said of any document: here it is this one only if nothing in the paragraph or row before it speaks of another,
// and if there is a section 4.
function isOwnByWord(scene: Scene, neighbours: Neighbours, {from, heading, passage}: Written): boolean {
  const {headings} = ownNumbersOf(scene)
  const [top = ''] = /^(?:[A-Z]\.)?\d+/.exec(heading) ?? []
  if (!headings.has(top.toLowerCase())) return false
  const line = from - scene.context.lines.pointAt(from).column + 1
  const start = Math.max(Math.min(passage.block.from, line), from - 2000)
  if (neighbours.within({from: start, to: from}).some(draft => !isSource(draft))) return false
  const before = scene.source.slice(start, from)
  return !FOREIGN.test(before) && !FOREIGN_BY_WORD.test(before)
}
