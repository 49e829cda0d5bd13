import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {collect, resolve} from '../../src/facts/index.js'
import {blocksOf, parse} from '../../src/markdown/index.js'
import {readTemplate, type TemplateSection} from '../../src/template/index.js'

const source = readFileSync(fileURLToPath(new URL('../../templates/rfc/1.md', import.meta.url)), 'utf8')
const rfc = readTemplate(source)

const all = (sections: readonly TemplateSection[]): TemplateSection[] =>
  sections.flatMap(section => [section, ...all(section.sections)])

describe('the RFC’s template', () => {
  test('has its headings, ids and numbers', () => {
    expect(all(rfc.sections).map(({path, heading}) => `${path}: ${heading}`)).toEqual([
      'executive-summary: 1. Executive Summary',
      'context-and-motivation: 2. Context and Motivation',
      'context-and-motivation/current-state: 2.1 Current State',
      'context-and-motivation/the-problem: 2.2 The Problem',
      'goals-and-non-goals: 3. Goals and Non-Goals',
      'goals-and-non-goals/functional-goals: 3.1 Functional Goals',
      'goals-and-non-goals/non-goals: 3.2 Non-Goals (Out of Scope)',
      'proposed-solution: 4. Proposed Solution (High-Level Design)',
      'proposed-solution/system-architecture-diagram: 4.1 System Architecture Diagram',
      'proposed-solution/architectural-pattern: 4.2 Architectural Pattern',
      'proposed-solution/key-components: 4.3 Key Components',
      'detailed-design: 5. Detailed Design',
      'detailed-design/api-interfaces: 5.1 API Interfaces',
      'detailed-design/data-model: 5.2 Data Model / Schema',
      'detailed-design/algorithms-and-state-management: 5.3 Algorithms and State Management',
      'alternatives-considered: 6. Alternatives Considered',
      'cross-cutting-concerns: 7. Cross-Cutting Concerns',
      'cross-cutting-concerns/security-and-privacy: 7.1 Security and Privacy',
      'cross-cutting-concerns/observability-strategy: 7.2 Observability Strategy',
      'cross-cutting-concerns/scalability-and-capacity-planning: 7.3 Scalability and Capacity Planning',
      'migration-rollout-and-testing: 8. Migration, Rollout, and Testing',
      'migration-rollout-and-testing/deployment-strategy: 8.1 Deployment Strategy',
      'migration-rollout-and-testing/data-migration-plan: 8.2 Data Migration Plan',
      'migration-rollout-and-testing/test-plan: 8.3 Test Plan',
      'open-questions: 9. Open Questions / Unresolved Issues',
    ])
  })

  test('has its title, statuses and rows', () => {
    expect([rfc.kind, rfc.version, rfc.title, rfc.titleSuffix]).toEqual([
      'rfc',
      1,
      '[Project Name] Technical Design Document / RFC',
      'Technical Design Document / RFC',
    ])
    expect(rfc.statuses.map(({name, short}) => `${name}: ${short}`)).toEqual([
      'Draft (WIP): Draft',
      'In Review (RFC): In Review',
      'Approved: Approved',
      'Implemented: Implemented',
      'Deprecated: Deprecated',
      'Rejected: Rejected',
    ])
    expect(rfc.metadata.header).toEqual(['Document Metadata', 'Details'])
    expect(rfc.metadata.rows.map(({id, label, optional}) => [id, label, optional])).toEqual([
      ['author', 'Author(s)', false],
      ['status', 'Status', false],
      ['owner', 'Team / Owner', false],
      ['dates', 'Created / Last Updated', false],
      ['research', 'Research', true],
      ['supersedes', 'Supersedes', true],
      ['superseded-by', 'Superseded by', true],
    ])
  })

  test('has a guidance under every heading', () => {
    expect(
      all(rfc.sections)
        .filter(({guidance}) => guidance.length !== 1)
        .map(({path}) => path),
    ).toEqual([])
  })

  test('has examples that read as Markdown, with no comment cut short', () => {
    for (const {examples} of all(rfc.sections))
      for (const example of examples) expect(example).not.toMatch(/<!--|-->|TBD/)
    expect(
      blocksOf(parse(source)).filter(({node}) => node.type === 'html' && !/^<!--[\s\S]*-->$/.test(node.value)),
    ).toEqual([])
  })

  test('is an empty form outside of its comments: every section without content, none with residue', () => {
    const facts = resolve(
      collect(source, {path: 'specs/a.md', kind: {name: 'rfc', template: rfc}, folders: {specs: [], research: []}}),
    )
    expect(facts.residue.map(({text}) => text)).toEqual(['[Project Name] Technical Design Document / RFC'])
    expect(Object.values(facts.sections).map(({id, content}) => [id, content])).toEqual(
      rfc.sections.map(({id}) => [id, 0]),
    )
    expect(facts.outline.filter(({id, level}) => level > 1 && id === undefined)).toEqual([])
    expect(facts.tables.map(({header, rows}) => [header, rows.length])).toEqual([
      [['Document Metadata', 'Details'], 4],
      [['Component', 'Responsibility', 'Technology Stack', 'Justification'], 0],
      [['Column', 'Type', 'Constraints', 'Description'], 0],
      [['Option', 'Pros', 'Cons', 'Reason for Rejection'], 0],
    ])
  })

  test('filled in with its own examples is all residue', () => {
    const filled = source.replace(/<!-- example:\n([\s\S]*?)\n-->/g, '$1')
    const facts = resolve(
      collect(filled, {path: 'specs/a.md', kind: {name: 'rfc', template: rfc}, folders: {specs: [], research: []}}),
    )
    const examples = all(rfc.sections).filter(({examples}) => examples.length > 0)
    const found = new Set(facts.residue.filter(({source}) => source === 'example').map(({section}) => section))
    // A diagram is code, and no text.
    expect(examples.map(({path}) => path).filter(path => !found.has(path))).toEqual([
      'proposed-solution/system-architecture-diagram',
    ])
  })
})
