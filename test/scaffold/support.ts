import {cpSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {lint} from '../../src/lint/index.js'
import {type ScaffoldRequest, type ScaffoldResult, scaffold} from '../../src/scaffold/index.js'
import type {Workspace} from '../../src/workspace/index.js'
import {corpus} from '../support/corpus.js'
import {git, repository} from '../support/folders.js'
import {open} from '../workspace/support.js'

export const DATE = '2026-01-31'

/** A repository of Ada Example, in which one research document waits. */
export function gates(files: Record<string, string | Uint8Array> = {}): string {
  return repository({'research/docs/2026-01-15-gates.md': RESEARCH, 'src/gate.ts': 'export {}\n', ...files})
}

export const RESEARCH = `---
date: 2026-01-15 10:00:00 UTC
git_commit: 0123456789abcdef0123456789abcdef01234567
topic: "Gates of the hall"
status: complete
---

# Research: Gates of the hall

## Findings

The gate is in \`src/gate.ts:1\` and \`src/gone.ts\`; see [belts](../2025-12-01-belts.md).

### Option A: Open \`always\`

### Option B: Open | close

## Open Questions

1. **Which gate**: see [above](#findings), or \`src/gate.ts\`?
2. ~~Is it heavy?~~ No.
`

/** The result in the workspace of a folder, as of a fixed day. */
export async function scaffolded(
  root: string,
  request: ScaffoldRequest = {title: 'Parcels at the gate'},
): Promise<ScaffoldResult & {workspace: Workspace}> {
  const workspace = await open(root, {date: DATE})
  return {...(await scaffold(request, workspace)), workspace}
}

/** Rules that ask for nothing but what the author has yet to write. */
const UNFILLED = new Set([
  'empty-section',
  'unset-value',
  'missing-diagram',
  'missing-alternatives',
  'missing-components',
  'missing-tasks',
])

/** What lint says of a new document beside what is still to be filled in, as "severity rule: reason". */
export async function complaints({
  path,
  text,
  workspace,
}: Pick<ScaffoldResult, 'path' | 'text'> & {workspace: Workspace}): Promise<string[]> {
  const {status, reason, messages} = await lint(text, {path, workspace})
  const said = messages
    .filter(({severity, ruleId}) => severity === 'error' || !UNFILLED.has(ruleId))
    .map(({severity, ruleId, reason: words}) => `${severity} ${ruleId}: ${words}`)
  return status === 'checked' ? said : [`not checked: ${reason}`]
}

/** The document as an author would fill it in: words behind every label, in every blank. */
export function filledIn(text: string): string {
  return text
    .replace(/^(- (?:\[ \] )?)?TBD$/gm, '$1Some words.')
    .replace(/^(\| Team \/ Owner +\| )TBD +\|$/m, '$1The team |')
    .replace(/^((?:- )?\*\*[^*\n]+:\*\*)$/gm, '$1 some words')
    .replace(/^(- \[ \] Phase \d:)$/gm, '$1 some words')
    .replace('```mermaid\n```', '```mermaid\nflowchart LR\n  a --> b\n```')
    .replace('```json\n```', '```json\n{}\n```\n\nSee https://example.org/api.')
    .replace(/^(### 2\.2 .*)$/m, '$1\n\nSee https://example.org/problem.')
    .replace(/^\|(?: +\|)+$/gm, row => row.replace(/ +(?=\|)/g, ' words '))
}

/** A fresh repository that holds the real research. */
export function corpusRepository(): string {
  const root = repository()
  mkdirSync(join(root, 'research'))
  cpSync(join(corpus ?? '', 'research'), join(root, 'research'), {recursive: true})
  git(root, 'add', '--all')
  return root
}
