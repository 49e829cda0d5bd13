import {describe, expect, test} from 'vitest'
import {claimSections, cutTitle, readTemplate, splitNumber, titleKey} from '../../src/template/index.js'
import {rfc} from '../facts/support.js'

/** Paths of the sections that claim headings, which are written as in Markdown; "-" for none. */
function claims(...headings: string[]): string[] {
  return claimsOf(rfc.sections, headings)
}

function claimsOf(sections: Parameters<typeof claimSections>[0], headings: readonly string[]): string[] {
  const list = headings.map(heading => {
    const [signs = '', ...words] = heading.split(' ')
    return {level: signs.length, title: splitNumber(words.join(' ')).title}
  })
  const found = claimSections(sections, list)
  return list.map((_, index) => found.get(index)?.section.path ?? '-')
}

describe('which heading is which section', () => {
  test('by the whole title, case and number aside', () => {
    expect(claims('## 12. DETAILED  design', '## Proposed Solution (High-Level Design)')).toEqual([
      'detailed-design',
      'proposed-solution',
    ])
  })

  test('by both titles cut', () => {
    expect(
      claims(
        '## 4. Proposed Solution',
        '## 9. Open Questions — Resolved',
        '## Detailed Design: gates',
        '## Goals and Non-Goals - v2',
      ),
    ).toEqual(['proposed-solution', 'open-questions', 'detailed-design', 'goals-and-non-goals'])
  })

  test('by aliases in their order, whole and then cut', () => {
    expect(claims('## Resolved Decisions', '## Resolved Questions')).toEqual(['-', 'open-questions'])
    expect(claims('## Testing', '## Test Plan (manual)')).toEqual(['migration-rollout-and-testing', '-'])
    expect(claims('## Test Plan (manual)')).toEqual(['migration-rollout-and-testing'])
  })

  test('an exact title goes before a loose one, whatever stands first', () => {
    expect(claims('## Summary', '## Executive Summary (short)', '## Executive Summary')).toEqual([
      '-',
      '-',
      'executive-summary',
    ])
    expect(claims('## Open Questions (old)', '## 9. Open Questions / Unresolved Issues')).toEqual([
      '-',
      'open-questions',
    ])
  })

  test('one heading each, the first', () => {
    expect(claims('## Detailed Design', '## Detailed Design')).toEqual(['detailed-design', '-'])
  })

  test('at its own level, and below its claimed parent', () => {
    expect(claims('# Executive Summary', '### Executive Summary')).toEqual(['-', '-'])
    expect(claims('## Context and Motivation', '### The Problem', '## Notes', '### Current State')).toEqual([
      'context-and-motivation',
      'context-and-motivation/the-problem',
      '-',
      '-',
    ])
    expect(claims('### Current State', '## Context and Motivation', '# B', '### The Problem')).toEqual([
      '-',
      'context-and-motivation',
      '-',
      '-',
    ])
    expect(claims('## Goals', '### Goals')).toEqual(['goals-and-non-goals', 'goals-and-non-goals/functional-goals'])
  })

  test('no other title will do', () => {
    expect(
      claims('## Executive', '## The Executive Summary', '## Detailed Designs', '## Non-Goals', '## Context'),
    ).toEqual(['-', '-', '-', '-', '-'])
  })
})

describe('where sections may stand at any level', () => {
  const template = (...sections: string[]) =>
    readTemplate(`<!-- spec-template\nlevels: any\n-->\n\n# Title\n\n${sections.join('\n\n')}\n`)
  const section = (heading: string, id: string, more = '') => `${heading}\n\n<!-- section\nid: ${id}${more}\n-->`

  test('what stands in a section is its own part, rather than one of the same title around it', () => {
    const {sections} = template(
      section('## Option', 'option'),
      section('### Cost', 'cost'),
      section('## Cost', 'all', '\noptional: true'),
    )
    expect(claimsOf(sections, ['## Option', '### Cost'])).toEqual(['option', 'option/cost'])
    expect(claimsOf(sections, ['## Option', '### Cost', '## Cost'])).toEqual(['option', 'option/cost', 'all'])
    expect(claimsOf(sections, ['## Cost', '## Option'])).toEqual(['all', 'option'])
  })
  test('also where the section around is found by a looser way', () => {
    const {sections} = template(
      section('## …', 'option'),
      section('### Cost', 'cost'),
      section('## Cost', 'all', '\noptional: true'),
    )
    expect(claimsOf(sections, ['## Boats', '### Cost'])).toEqual(['option', 'option/cost'])
    expect(claimsOf(sections, ['## Boats', '### Speed', '#### Cost'])).toEqual(['option', '-', 'option/cost'])
  })
})

describe('titles', () => {
  test('are cut at the first separator', () => {
    expect(
      ['A (b)', 'A - b (c)', 'A – b', 'A — b', 'A / b', 'A: b', 'A/b', 'A-b', 'A:b', '(A) b', 'A'].map(cutTitle),
    ).toEqual(['A', 'A', 'A', 'A', 'A', 'A', 'A/b', 'A-b', 'A:b', '(A) b', 'A'])
  })

  test('are compared without case and white space', () => {
    expect(titleKey(' É  b\u00a0C')).toBe(titleKey('e\u0301 B c'))
  })
})

test('a heading that is taken back takes with it what was claimed as its parts', () => {
  const any = '<!-- section\nlevel: any\n-->\n\n'
  const own = '<!-- section\nid: body-details\n-->\n\n'
  const {sections} = readTemplate(`# T\n\n## Details\n\n${any}### Notes\n\n${any}## Body\n\n### Details\n\n${own}`)
  expect(claimsOf(sections, ['## Else', '### Details', '#### Notes'])).toEqual(['-', 'details', 'details/notes'])
  expect(claimsOf(sections, ['## Body', '### Details', '#### Notes'])).toEqual(['body', 'body/body-details', '-'])
})
