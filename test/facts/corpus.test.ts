import {readdirSync, readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import type {Facts, Position} from '../../src/facts/index.js'
import {corpus, truth} from '../support/corpus.js'
import {at, factsOf, factsSchema, rfc} from './support.js'

type Outline = [line: number, level: number, number: string | null, title: string][]
type Expected = Record<string, unknown>

const validate = new Ajv2020({strict: true, strictTypes: false, strictRequired: false, allErrors: false}).compile(
  factsSchema,
)

/** What is wrong with facts by their schema; undefined where nothing is. */
function fault(facts: Facts): string | undefined {
  // As they are printed: maps without a prototype are objects then.
  if (validate(JSON.parse(JSON.stringify(facts)))) return undefined
  const [error] = validate.errors ?? []
  return `${error?.instancePath}: ${error?.message}`
}

const walk = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md') && !/(?:^|[\\/])\./.test(name))
    .sort()

describe.skipIf(corpus === undefined)('real specs', () => {
  const names = corpus === undefined ? [] : walk(`${corpus}/specs`)
  const texts = new Map(names.map(name => [name, readFileSync(`${corpus}/specs/${name}`, 'utf8')]))
  const facts = new Map(names.map(name => [name, factsOf(texts.get(name) ?? '', {path: `specs/${name}`})]))
  const expected = corpus === undefined ? {} : truth<Record<string, Expected>>('expected')

  /** Compares what facts say with what is true of each spec; specs whose whole fault is another one are left out. */
  function agree(rule: string, told: (facts: Facts) => unknown, apart: readonly string[] = ['empty-document']): void {
    const wrong = names
      .filter(name => !apart.some(other => other in (expected[name] ?? {})))
      .map(name => ({name, told: told(facts.get(name) as Facts), truth: expected[name]?.[rule]}))
      .filter(entry => JSON.stringify(entry.told) !== JSON.stringify(entry.truth))
    expect(wrong).toEqual([])
  }

  const lines = (list: readonly {position: Position}[]) =>
    list.length > 0 ? list.map(({position}) => position.start.line) : undefined
  const texted = (list: readonly string[]) => (list.length > 0 ? list : undefined)

  test('there are 136', () => {
    expect([names.length, Object.keys(expected).length]).toEqual([136, 136])
  })

  test('all facts are as their schema says', () => {
    expect([...facts].flatMap(([, told]) => fault(told) ?? []).map(String)).toEqual([])
  })

  test('outlines are equal to the last heading', () => {
    const outlines = truth<Record<string, Outline>>('outlines')
    const wrong = names.filter(name => {
      const told = facts
        .get(name)
        ?.outline.map(({position, level, number, title}) => [position.start.line, level, number ?? null, title])
      return JSON.stringify(told) !== JSON.stringify(outlines[name])
    })
    expect(wrong).toEqual([])
  })

  test('headings, titles and rows stand where they say', () => {
    for (const [name, told] of facts) {
      const text = texts.get(name) ?? ''
      for (const heading of told.outline) expect(at(text, heading.position)).toMatch(/^#{1,6} /)
      for (const row of Object.values(told.metadata)) {
        expect(at(text, row.labelPosition).replace(/[*`]/g, ''), name).toBe(row.label.replace(/[*`]/g, ''))
        if (!/[`[*<\\]/.test(at(text, row.position))) expect(at(text, row.position), name).toBe(row.value)
      }
    }
  })

  test('empty-document', () => {
    agree('empty-document', told => (told.blocks === 0 ? true : undefined), [])
  })

  test('missing-title, multiple-titles', () => {
    agree('missing-title', told => (told.title === undefined ? true : undefined))
    agree('multiple-titles', told => lines(told.titles.slice(1)))
  })

  test('missing-metadata', () => {
    const rows = rfc.metadata.rows.filter(row => !row.optional)
    agree('missing-metadata', told => texted(rows.filter(({id}) => !told.metadata[id]?.value).map(({label}) => label)))
  })

  test('unknown-status, missing-date', () => {
    agree('unknown-status', told => (told.metadata.status?.known === false ? true : undefined))
    agree('missing-date', ({metadata: {dates}}) => (dates?.value && !dates.created ? true : undefined))
  })

  test('missing-section', () => {
    agree('missing-section', told => texted(rfc.sections.map(({id}) => id).filter(id => !told.sections[id])), [
      'empty-document',
      'unclosed-fence',
    ])
  })

  test('unclosed-fence, with what it hides', () => {
    agree('unclosed-fence', told => lines(told.fences.filter(({closed}) => !closed)))
    for (const told of facts.values()) {
      const [open] = told.fences.filter(({closed}) => !closed)
      const missing = rfc.sections.filter(({id}) => !told.sections[id]).map(({title}) => title)
      if (open?.opener) expect(open.hidden.map(text => text.replace(/^[\d.]+ /, ''))).toEqual(missing)
    }
  })

  test('malformed-table', () => {
    agree('malformed-table', ({tableLookalikes: list}) =>
      list.length > 0
        ? list.map(({position, header, delimiter}) => [position.start.line, header, delimiter])
        : undefined,
    )
  })

  test('summary-too-long', () => {
    agree('summary-too-long', told => {
      const words = told.sections['executive-summary']?.words ?? 0
      const truth = expected[told.path.slice('specs/'.length)]?.['summary-too-long']
      // The count is the truth's own way of counting: what must agree is on which side of the limit it lies.
      return words > 200 ? (truth ?? words) : undefined
    })
  })

  test('missing-diagram', () => {
    agree('missing-diagram', told => {
      const section = told.sections['proposed-solution']
      return section && !section.waiver && section.diagrams?.length === 0 ? true : undefined
    })
  })

  test('open-questions', () => {
    agree('open-questions', told => {
      const open = told.sections['open-questions']?.tasks?.filter(({checked}) => !checked).length ?? 0
      return ['Approved', 'Implemented'].includes(told.metadata.status?.name ?? '') && open > 0 ? open : undefined
    })
  })

  test('nothing of the template is said to be left in them, and no section to be empty that is not', () => {
    const empty = (sections: Facts['sections']): string[] =>
      Object.values(sections).flatMap(section => [
        ...(section.content === 0 ? [section.heading] : []),
        ...empty(section.sections),
      ])
    expect([...facts.values()].flatMap(told => told.residue)).toEqual([])
    expect([...facts.values()].flatMap(told => empty(told.sections))).toEqual([])
    expect([...facts.values()].flatMap(told => told.unset).map(({text, place}) => [text, place])).toEqual([
      ['TBD / TBD', 'metadata'],
    ])
  })

  test('a document read twice says the same', () => {
    const [name = ''] = names
    const again = factsOf(texts.get(name) ?? '', {path: `specs/${name}`})
    expect(JSON.stringify(again)).toBe(JSON.stringify(facts.get(name)))
  })
})

describe.skipIf(corpus === undefined)('real research', () => {
  const root = `${corpus}/research`
  const names = corpus === undefined ? [] : walk(root)
  const read = (name: string, text: string) => ({
    name,
    text,
    facts: factsOf(text, {path: `research/${name}`, kind: {name: 'research'}}),
  })
  const texts = names.map(name => ({name, text: readFileSync(`${root}/${name}`, 'utf8')}))
  // Reading all of every document would take most of the time of all tests.
  const some = texts.filter((_, index) => index % 5 === 0).map(({name, text}) => read(name, text))
  const heads = texts.map(({name, text}) => read(name, /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? ''))

  test('all facts are as their schema says', () => {
    expect(some.map(({facts}) => fault(facts)).filter(Boolean)).toEqual([])
  })

  test('152 of 207 have frontmatter, all of which can be read', () => {
    expect(names).toHaveLength(207)
    expect(heads.filter(({facts}) => Object.keys(facts.metadata).length > 0)).toHaveLength(152)
    expect(heads.filter(({facts}) => facts.metadataProblem)).toEqual([])
  })

  test('frontmatter stands where it says', () => {
    for (const {text, facts, name} of heads) {
      for (const row of Object.values(facts.metadata)) {
        expect(at(text, row.labelPosition), name).toBe(row.label)
        const slice = at(text, row.position)
        if (/^[\w$(]/.test(slice) && !slice.includes('\n') && !/^[[{"'|>]/.test(slice))
          expect(slice, name).toBe(row.value)
      }
    }
  })
})
