import {around, fill} from './make.mjs'

const TABLE =
  '# Seats Technical Design Document / RFC\n\n| Field | Value |\n| --- | --- |\n| Author | Ada |\n| Status | Approved |\n| Owner | web |\n| Dates | 2026-01-02 |\n\n'
const SECTIONS = [
  'Executive Summary',
  'Problem Statement & Context',
  'Goals & Non-Goals',
  'Technical Design',
  'Data Model',
  'Alternatives Considered',
  'Security',
  'Migration, Rollout & Testing',
  'Open Questions',
]
const near = title => title.replace(/[aeiou]/, 'y')

/** What the facts look at: citations, sections, questions, references, exceptions. */
export const SPEC = {
  'citations of research': fill(n => `See [a](../research/2026-01-0${n % 9}-topic-${n}.md#part-${n}).\n\n`),
  'citations of one document': fill('See [a](../research/a.md#part). '),
  'citations of specs that moved': fill(n => `[a](./spec-${n}.md) `),
  'code spans with paths': fill(n => `\`src/a/file${n}.ts:${n}-${n + 9}\` `),
  'code spans with one path': fill('`src/a/file.ts:12` '),
  'names beside paths': fill(n => `\`parse${n}()\` (\`src/tasks.ts:12-40\`) `),
  'quotations beside paths': fill('"the same words" (`src/tasks.ts:12`) '),
  'commits beside paths': fill('`src/tasks.ts:12` at abc1234 '),
  'bare paths': fill(n => `src/a/b/file${n}.ts `),
  'ranges of lines': around('`a.ts:', fill('12-40,'), '1`'),
  colons: around('`a.ts', fill(':1'), '`'),
  'labels R1': fill(n => `[R${n}] `),
  'labels R1, defined in items': fill(n => `- [R${n}]: a source\n`),
  'section signs': fill('§'),
  'section signs with numbers': fill(n => `§${n % 9}.${n} `),
  'words of sections': fill(n => `(Research: Section ${n}.1) `),
  'anchors of the document': fill(n => `[a](#part-${n}) `),
  'near titles of sections': fill(n => `## ${n}. ${near(SECTIONS[n % SECTIONS.length])}\n\nwords\n\n`),
  'titles of sections over and over': fill(n => `## ${SECTIONS[n % SECTIONS.length]}\n\nwords\n\n`),
  'anchors that nearly fit': around(
    '',
    fill(n => `## Part number ${n}\n\n[a](#part-numbr-${n})\n\n`),
  ),
  'many long titles': fill(n => `## ${'long title '.repeat(20)}${n}\n\n`),
  questions: around(
    '## 9. Open Questions\n\n',
    fill(n => `- [ ] Which of the ${n} seats?\n`),
  ),
  'questions with ids': around(
    '## 9. Open Questions\n\n',
    fill(n => `- [ ] Which ${n}? <!-- question: a${n} -->\n`),
  ),
  'an approved document': around(
    TABLE,
    fill(n => `## ${n}. Part\n\n- [ ] TBD\n\n> quoted\n\n`),
  ),
  'rows of metadata': around(
    '# A\n\n| A | B |\n| - | - |\n',
    fill(n => `| Field ${n} | TBD |\n`),
  ),
  statuses: around('# A\n\n| A | B |\n| - | - |\n', fill('| Status | Nope |\n')),
  'a status without end': around('# A\n\n| A | B |\n| - | - |\n| Status | ', fill('Draft ('), ' |\n'),
  dates: around('# A\n\n| A | B |\n| - | - |\n| Dates | ', fill('2026-13-45 / '), ' |\n'),
  placeholders: fill('TBD\n\n[Project Name]\n\n> **Example:** a\n\n'),
  drawings: around('```\n', fill('─│→┌┐\n'), '```\n'),
  mermaid: fill('```mermaid\ngraph TD\n```\n\n'),
  'plans of files': fill(n => `- \`src/new-${n}.ts\` (new file)\n`),
  'trees of files': around(
    '```\n',
    fill(n => `├── file${n}.ts\n`),
    '```\n',
  ),
  'addresses of code': fill(n => `[a](https://github.com/a/b/blob/main/src/f${n}.ts#L10-L20) `),
  'two dots up': fill('[a](../'),
  dots: around('[a](', fill('../'), 'a.md)'),
  'escapes in targets': around('[a](', fill('%2e%2f'), 'a.md)'),
  'sentences without ends': fill('`a` b (c '),
  'lists of lists of citations': fill(n => `- [a](a${n}.md)\n  - [b](b${n}.md)\n    - \`src/c${n}.ts\`\n`),
}
