import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import type {Citation, Reference} from '../../src/facts/types.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {citationsIn, textAt} from '../support/citations.js'
import {corpus, truth} from '../support/corpus.js'

interface True {
  form: string
  line: number
  raw: string
  target?: string
  resolved?: string
  exists_rel?: boolean
  exists_root?: boolean
  anchor?: string
  anchor_exists?: boolean
  lines?: [number, number]
  range_exceeds?: boolean
}

interface Read {
  text: string
  citations: Citation[]
  references: Reference[]
}

type Entries = Record<string, [number, string][] | unknown>

const FORMS: Record<string, string> = {
  link: 'link',
  'reference-link': 'link',
  md_link: 'link',
  ref_link: 'link',
  'code-span': 'code span',
  code_path: 'code span',
  'code_path+text': 'code span',
  'bare-path': 'bare path',
  bare_path: 'bare path',
  reference: 'label',
  footnote: 'label',
  ref_list: 'label',
}

// Where the truth does not know better. The folder stands in the repository, but not in the corpus, which has documents only;
// of line 870 the second is a pattern, `research/designs/{slug}/`, of which the truth takes the beginning; the footnote stands
// for a spec.
const EXPLAINED = [
  'missed 2026-04-17-open-claude-design.md:825 code span research/designs/ from root research/designs',
  'other 2026-04-17-open-claude-design.md:825 code span research/designs/ from nowhere',
  'missed 2026-04-17-open-claude-design.md:870 code span research/designs/ from root research/designs',
  'missed 2026-04-17-open-claude-design.md:870 code span research/designs/ from root research/designs',
  'other 2026-04-17-open-claude-design.md:870 code span research/designs/ from nowhere',
  'missed 2026-02-16-message-truncation-dual-view-system.md:18 label [^r2]',
]

// Read by eye, each names a section of the research and nearly all are headed "**Research Reference:**" or "> **Research
// citation:**"; the document named has the section. The truth took only those with the word "research" right beside "Section",
// and missed "the research (§9e)".
const UNLISTED: Record<string, number[]> = {
  '2026-01-18-atomic-cli-implementation.md': [138, 167, 222, 250, 311, 417, 496, 606],
  '2026-01-20-cross-platform-support.md': [408],
  '2026-01-25-commander-js-migration.md': [165, 190, 258, 287, 310, 427, 480, 533, 650],
  '2026-01-31-tui-command-autocomplete-system.md': [47, 135],
  '2026-02-01-chat-tui-parity-implementation.md': [66],
  '2026-02-01-claude-code-ui-patterns-enhancement.md': [47, 56, 177],
  '2026-02-04-model-params-workflow-nodes-message-queuing.md': [59, 168],
  '2026-02-09-custom-tools-directory.md': [414],
  '2026-03-18-opencode-streaming-order-architecture-alignment.md': [29, 204, 254, 305],
  '2026-03-25-test-suite-design-85-percent-coverage.md': [
    38, 47, 120, 145, 316, 332, 358, 378, 397, 424, 438, 548, 570,
  ],
}

const decoded = (text: string | undefined): string | undefined => (text === undefined ? undefined : decodeURI(text))

function shownTruth({form, line, raw, target, resolved, exists_rel, exists_root, ...rest}: True): string {
  if (form === 'ref_list') return `${line} label ${raw}`
  const from = exists_rel ? 'file' : exists_root ? 'root' : 'nowhere'
  const anchor = rest.anchor === undefined ? '' : ` #${decoded(rest.anchor)} ${rest.anchor_exists}`
  const lines = rest.lines === undefined ? '' : ` ${rest.lines.join('-')} ${!rest.range_exceeds}`
  return `${line} ${FORMS[form]} ${target} from ${from}${resolved ? ` ${resolved}` : ''}${anchor}${lines}`
}

function shownFact(citation: Citation): string {
  const {form, position, label, target, resolvedFrom = 'nowhere', path, anchor, anchorExists, lines} = citation
  const line = position.start.line
  if (FORMS[form] === 'label') return `${line} label ${label}`
  const anchored = anchor === undefined ? '' : ` #${decoded(anchor)} ${anchorExists}`
  const range = lines?.map(({from, to}) => ` ${from}-${to} ${citation.linesExist}`).join('') ?? ''
  return `${line} ${FORMS[form]} ${target} from ${resolvedFrom}${path ? ` ${path}` : ''}${anchored}${range}`
}

const cited = ({kind}: Citation): boolean => kind === 'research' || kind === 'spec'
const isLink = ({form}: Citation): boolean => form === 'link' || form === 'reference-link' || form === 'image'

const lineOf = ({position}: Citation): number => position.start.line

// What the rules ask of the facts.
const RULES: Record<string, (citation: Citation) => boolean> = {
  'dead-citation': each => cited(each) && each.exists === false && (isLink(each) || each.document === true),
  'root-relative-link': each =>
    cited(each) && isLink(each) && each.resolvedFrom === 'root' && !each.target.startsWith('/'),
  'dead-anchor': each => (cited(each) || each.kind === 'self') && each.anchorExists === false,
  'line-out-of-range': each => (cited(each) || each.kind === 'self') && each.linesExist === false,
}

describe.skipIf(corpus === undefined)('citations of the corpus', () => {
  const read = new Map<string, Read>()

  beforeAll(async () => {
    const root = corpus ?? ''
    const workspace = await openWorkspace({root, cwd: root})
    for (const name of Object.keys(truth<Record<string, unknown>>('outlines'))) {
      const text = readFileSync(join(root, 'specs', name), 'utf8')
      read.set(name, {text, ...(await citationsIn(workspace, `specs/${name}`, text))})
    }
  })

  test('are those of the truth: form, line, target, resolution, anchor and lines', () => {
    const all = truth<Record<string, True[]>>('citations')
    const differences: string[] = []
    let agreed = 0
    for (const [name, {citations}] of read) {
      const wanted = (all[name] ?? []).filter(({form}) => FORMS[form] !== undefined).map(shownTruth)
      const found = citations.filter(({form, kind}) => kind === 'research' && FORMS[form]).map(shownFact)
      for (const each of wanted) {
        const at = found.indexOf(each)
        if (at < 0) differences.push(`missed ${name}:${each}`)
        else agreed += found.splice(at, 1).length
      }
      differences.push(...found.map(each => `other ${name}:${each}`))
    }
    expect(differences.sort()).toEqual([...EXPLAINED].sort())
    expect(agreed).toBeGreaterThan(1200)
  })

  test('sections cited by words are those of the truth, and those that it does not list', () => {
    const all = truth<Record<string, True[]>>('citations')
    const missed: string[] = []
    const others: Record<string, number[]> = {}
    let [agreed, beside] = [0, 0]
    for (const [name, {citations}] of read) {
      const wanted = (all[name] ?? []).filter(({form}) => form === 'section_ref').map(({line}) => line)
      const found = citations.filter(({form, kind}) => form === 'section-reference' && kind === 'research')
      const cites = new Set(citations.filter(each => each.kind === 'research' && !found.includes(each)).map(lineOf))
      for (const each of found) {
        const at = wanted.indexOf(lineOf(each))
        if (at >= 0) agreed += wanted.splice(at, 1).length
        else if (cites.has(lineOf(each))) beside++
        else others[name] = [...(others[name] ?? []), lineOf(each)]
      }
      missed.push(...wanted.map(line => `${name}:${line}`))
    }
    expect(missed).toEqual([])
    expect(agreed).toBe(62)
    // The truth counts the link or path, in whose words or right beside which they stand, and not the section.
    expect(beside).toBeGreaterThan(250)
    expect(others).toEqual(UNLISTED)
  })

  test.each(Object.entries(RULES))('%s is exact', (rule, fires) => {
    const expected = truth<Record<string, Entries>>('expected')
    for (const [name, {citations}] of read) {
      const found = citations.filter(fires).map(({position, target}) => [position.start.line, target])
      const wanted = expected[name]?.[rule] ?? []
      expect(found.map(String).sort(), name).toEqual((Array.isArray(wanted) ? wanted : []).map(String).sort())
    }
  })

  test('no research is cited where the truth says so', () => {
    const expected = truth<Record<string, Entries>>('expected')
    const none = [...read].filter(([, {citations}]) => !citations.some(({kind}) => kind === 'research'))
    const empty = Object.keys(expected).filter(name => expected[name]?.['empty-document'] !== undefined)
    const wanted = Object.keys(expected).filter(name => expected[name]?.['no-research-citation'] !== undefined)
    expect(none.map(([name]) => name).sort()).toEqual([...wanted, ...empty].sort())
  })

  test('positions hold exactly what is cited', () => {
    for (const {text, citations} of read.values()) {
      for (const {position, targetPosition, text: whole, target, kind} of citations) {
        expect(textAt(text, position)).toBe(whole)
        if (targetPosition !== undefined && kind !== 'url') expect(textAt(text, targetPosition)).toContain(target)
      }
    }
  })

  test('labels: none is undefined, four are never used', () => {
    const references = [...read].flatMap(([name, each]) => each.references.map(reference => ({name, ...reference})))
    expect(references.filter(({defined}) => !defined)).toEqual([])
    const unused = references.filter(({uses}) => uses.length === 0)
    expect(unused.map(({label, position}) => [label, position.start.line])).toEqual([
      ['[^r3]', 416],
      ['[^r4]', 418],
      ['[^r5]', 420],
      ['[R4]', 328],
    ])
  })
})
