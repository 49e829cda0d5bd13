import {doubtful, faulty, sound} from './documents.js'

/** Research with a heading to be cited. */
export const research = '---\ndate: 2026-01-10\ntopic: Seats\n---\n\n# Seats\n\n## Findings\n\nTwelve.\n'

/** A sound spec that cites this. */
export const citing = (target: string): string =>
  sound.replace('Nobody finds anything.', `Nobody finds anything ([seats](${target})).`)

/** A repository of three workspaces: the top one, and two below it with kinds, folders and rules of their own. */
export const monorepo: Readonly<Record<string, string>> = {
  'spec.config.yaml': 'rules:\n  machine-author: error\n',
  'specs/top.md': doubtful,
  'research/seats.md': research,
  'packages/api/spec.config.yaml': `specs: docs
rules:
  machine-author: off
kinds:
  note:
    files: notes/*.md
    template: forms/note.md
    schema: forms/note.yaml
`,
  'packages/api/docs/api.md': citing('../research/api.md#findings').replace('Ada Example', 'Developer'),
  'packages/api/research/api.md': research,
  'packages/api/notes/cache.md': '# Cache\n\n## Why\n\nIt is slow.\n',
  'packages/api/forms/note.md': '# [Title]\n\n## Why\n\n## What\n',
  'packages/api/forms/note.yaml': `$ref: specwright:core
$defs:
  missing-part:
    title: A note has its parts
    description: Each answers a question.
    severity: error
    message: Missing "{missing}", expected it here
    properties:
      sections:
        required: [why, what]
`,
  'packages/web/spec.config.json': '{}\n',
  'packages/web/specs/web.md': faulty,
}
