import {block, sentence} from './blocks.mjs'
import {citation} from './citations.mjs'
import {spiced} from './hostile-signs.mjs'
import {mapping} from './yaml.mjs'

const SECTIONS = [
  '1. Executive Summary',
  '2. Context and Motivation',
  '2.1 Current State',
  '2.2 The Problem',
  '3. Goals and Non-Goals',
  '3.1 Functional Goals',
  '3.2 Non-Goals (Out of Scope)',
  '4. Proposed Solution (High-Level Design)',
  '4.1 System Architecture Diagram',
  '4.3 Key Components',
  '5. Detailed Design',
  '6. Alternatives Considered',
  '7. Cross-Cutting Concerns',
  '7.1 Security and Privacy',
  '8. Migration, Rollout, and Testing',
  '8. Test Plan',
  '9. Open Questions / Unresolved Issues',
  '10. Backwards Compatibility',
  'Research References',
  'Appendix A: More',
]
const LABELS = [
  'Author(s)',
  'Status',
  'Team / Owner',
  'Created / Last Updated',
  'Research',
  'Supersedes',
  'Superseded by',
  'status',
  '__proto__',
  'Extra',
  '',
]
const VALUES = [
  'Ada Example',
  'Draft (WIP)',
  'Draft',
  'In Review (RFC)',
  'Approved',
  'Implemented (see below)',
  'Aproved',
  'Deprecated',
  '2026-01-02',
  '2026-01-02 / 2026-02-30',
  '2026-13-01 / TBD',
  'root',
  'None: it rests on none.',
  '`git config`',
  '',
]
const MARKS = [
  '<!-- spec: rfc v1 -->',
  '<!-- spec: rfc v2 -->',
  '<!-- spec: research v9 -->',
  '<!-- spec: -->',
  '<!-- spec: rfc v1 --',
  '',
]

/** A document of a spec's parts, most of them nearly right. */
export function composed(choose) {
  const lines = [
    ...(choose.chance(0.25) ? ['---', ...mapping(choose), choose.pick(['---', '---', '...', '']), ''] : []),
    ...(choose.chance(0.9) ? [`# ${title(choose, 'Seats Technical Design Document / RFC')}`, ''] : []),
    ...(choose.chance(0.85) ? [...metadata(choose), ''] : []),
    ...choose.times(choose.upTo(6), () => [heading(choose), '', ...body(choose)]).flat(),
    ...(choose.chance(0.4) ? [choose.pick(MARKS)] : []),
  ]
  const ending = choose.pick(['\n', '\n', '\n', '\n', '\r\n', '\r'])
  return (choose.chance(0.04) ? '\uFEFF' : '') + lines.join(ending) + (choose.chance(0.9) ? ending : '')
}

function body(choose) {
  return choose.times(choose.upTo(3), () => [...block(choose), ...(choose.chance(0.85) ? [''] : [])]).flat()
}

function heading(choose) {
  const title_ = title(choose, choose.pick(SECTIONS))
  const level = /^\d+\.\d/.test(title_) ? 3 : 2
  if (choose.chance(0.05)) return `${title_}\n${choose.pick(['---', '===', '-'])}`
  return `${'#'.repeat(choose.chance(0.9) ? level : choose.between(1, 7))} ${title_}${choose.pick(['', '', ' #', ' {#id}'])}`
}

// Near misses: what a hurried author makes of a title.
function title(choose, text) {
  const ways = [
    () => text,
    () => text,
    () => text,
    () => text.toLowerCase(),
    () => text.replace(/^[\d.]+ /, ''),
    () => text.replace(/^\d+/, () => String(choose.upTo(12))),
    () => text.replace(/[aeiou]/, ''),
    () => `${text} (${sentence(choose)})`,
    () => text.replace(/ (?=\w)/, ': '),
    () => `**${text}**`,
    () => text.replace(/s\b/, ''),
    () => `${text} ${citation(choose)}`,
    () => spiced(choose, text, 2),
    () => '',
  ]
  return choose.pick(ways)()
}

function metadata(choose) {
  const rows = choose.times(choose.between(1, 7), () => {
    const value = choose.chance(0.2) ? citation(choose) : choose.pick(VALUES)
    return `| ${choose.pick(LABELS)} | ${value} |${choose.chance(0.1) ? ' surplus |' : ''}`
  })
  return ['| Document Metadata | Details |', choose.chance(0.95) ? '| --- | --- |' : '| --- |', ...rows]
}
