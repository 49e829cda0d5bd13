import {describe, expect, test} from 'vitest'
import {fix, lint} from '../../src/lint/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

const HEAD = `# Upload Limits Technical Design Document / RFC

| Document Metadata | Details |
| --- | --- |
| Author(s) | Ann Example |
| Status | Draft (WIP) |
| Team / Owner | Files |
| Created / Last Updated | 2026-03-02 |

`
const SECTIONS = [
  '## 1. Executive Summary\n\nWe limit uploads.\n',
  '## 2. Context and Motivation\n\n### 2.1 Current State\n\nNone.\n\n### 2.2 The Problem\n\nFull disks.\n',
  '## 3. Goals and Non-Goals\n\n### 3.1 Functional Goals\n\n- [ ] A limit.\n\n### 3.2 Non-Goals (Out of Scope)\n\n- [ ] Quotas.\n',
  '## 4. Proposed Solution (High-Level Design)\n\n```mermaid\nflowchart LR\n```\n',
  '## 5. Detailed Design\n\nA check.\n',
  '## 6. Alternatives Considered\n\n| Option | Cons |\n| --- | --- |\n| A | slow |\n| B | dear |\n',
  '## 7. Cross-Cutting Concerns\n\nNone worth a word.\n',
  '## 8. Migration, Rollout, and Testing\n\nAt once.\n',
  '## 9. Open Questions / Unresolved Issues\n\n- [x] Which?\n',
]

/** A whole spec, its sections changed by their numbers. */
const spec = (changes: Record<number, string> = {}) =>
  HEAD + SECTIONS.map((section, index) => changes[index + 1] ?? section).join('\n')

interface Asked {
  files?: Record<string, string>
  unsafe?: boolean
}

/** What the fix of one rule makes of a text, in a workspace with these files. */
async function mended(text: string, rule: string, {files, unsafe = false}: Asked = {}) {
  const root = files && folder({'spec.config.yaml': '', 'specs/a.md': text, ...files})
  const workspace = root === undefined ? undefined : await openWorkspace({root, cwd: root})
  try {
    const done = await fix(text, {path: 'specs/a.md', kind: 'rfc', unsafe, ...(workspace && {workspace})})
    const again = await fix(done.text, {path: 'specs/a.md', kind: 'rfc', unsafe, ...(workspace && {workspace})})
    expect(again.text).toBe(done.text)
    return {text: done.text, rules: done.mended.map(({ruleId}) => ruleId).filter(id => id === rule)}
  } finally {
    await workspace?.close()
  }
}

describe('moved targets', () => {
  const files = {'research/docs/x.md': '# X\n\n## Part\n', 'research/y.md': '# Y\n'}
  test.each([
    ['[x](../research/x.md#part)', '[x](../research/docs/x.md#part)'],
    ['`research/x.md`', '`research/docs/x.md`'],
    ['[x][r], [y][r]\n\n[r]: ../research/x.md#part "X"', '[x][r], [y][r]\n\n[r]: ../research/docs/x.md#part "X"'],
    ['[x][r]\n\n[r]: <../research/x.md>', '[x][r]\n\n[r]: <../research/docs/x.md>'],
    ['Says [R1].\n\n[R1]: ../research/x.md', 'Says [R1].\n\n[R1]: ../research/docs/x.md'],
  ])('%s', async (before, after) => {
    const done = await mended(spec({5: `## 5. Detailed Design\n\n${before}\n`}), 'dead-citation', {files})
    expect(done).toEqual({text: spec({5: `## 5. Detailed Design\n\n${after}\n`}), rules: ['dead-citation']})
  })
  test('are left alone where the name is one that each folder may have', async () => {
    const text = spec({5: '## 5. Detailed Design\n\n[x](../research/README.md) and `research/index.md`\n'})
    const own = {'research/docs/README.md': '# X\n', 'research/docs/index.md': '# X\n'}
    expect((await mended(text, 'dead-citation', {files: own})).text).toBe(text)
  })
  test('are left alone where what was cited lay neither among specs nor in research, and may be another file', async () => {
    const text = spec({5: '## 5. Detailed Design\n\n[x](../docs/setup.md)\n'})
    const own = {'research/setup.md': '# X\n', 'lib/setup.md': '# Y\n'}
    expect((await mended(text, 'dead-citation', {files: own})).text).toBe(text)
  })
  test('are left alone where two bear the name, or the anchor is not there', async () => {
    const two = spec({5: '## 5. Detailed Design\n\n[x](../research/x.md)\n'})
    expect((await mended(two, 'dead-citation', {files: {...files, 'research/old/x.md': '# X\n'}})).text).toBe(two)
    const anchor = spec({5: '## 5. Detailed Design\n\n[x](../research/x.md#none)\n'})
    expect((await mended(anchor, 'dead-citation', {files})).text).toBe(anchor)
  })
})

describe('right anchors', () => {
  const files = {'research/x.md': '# X\n\n## 3. Data Model\n\n## 4.1 Cost\n\n## 5.1 Cost\n'}
  test.each([
    ['../research/x.md#2-data-model', '../research/x.md#3-data-model'],
    ['../research/x.md#data-model', '../research/x.md#3-data-model'],
    ['#2-detailed-design', '#5-detailed-design'],
  ])('%s leads to %s', async (before, after) => {
    const text = (target: string) => spec({5: `## 5. Detailed Design\n\n[x](${target})\n`})
    expect(await mended(text(before), 'dead-anchor', {files})).toEqual({text: text(after), rules: ['dead-anchor']})
  })
  test.each(['../research/x.md#cost', '../research/x.md#data-modle', '../research/x.md#2'])(
    '%s may lead to several, or to what is only spelt alike',
    async target => {
      const text = spec({5: `## 5. Detailed Design\n\n[x](${target})\n`})
      expect((await mended(text, 'dead-anchor', {files})).text).toBe(text)
    },
  )
})

describe('bars in code', () => {
  test.each([
    ['surplus-cells', '| a | b |\n| - | - |\n| x | `y | z` |', '| a | b |\n| - | - |\n| x | `y \\| z` |'],
    ['surplus-cells', '| a |\n| - |\n| ``x ` | y|`` |', '| a |\n| - |\n| ``x ` \\| y\\|`` |'],
    ['malformed-table', '| a | `b | c` |\n| - | - |\n| x | y |', '| a | `b \\| c` |\n| - | - |\n| x | y |'],
  ])('%s', async (rule, before, after) => {
    const text = (table: string) => spec({5: `## 5. Detailed Design\n\n${table}\n`})
    expect(await mended(text(before), rule)).toEqual({text: text(after), rules: [rule]})
  })
  test.each([
    '| a | b |\n| - | - |\n| x | `y | z` | more |',
    '| a | b |\n| - | - |\n| x | y | z |',
    '| a | b |\n| - | - | - | - |\n| x | `y | z` |',
  ])('another bar may be meant: %j', async table => {
    const text = spec({5: `## 5. Detailed Design\n\n${table}\n`})
    expect((await mended(text, 'surplus-cells', {unsafe: true})).text).toBe(text)
  })
})

describe('a longer outer fence', () => {
  const shown = (outer: string, rest = '') =>
    spec({
      5: `## 5. Detailed Design\n\n${outer}markdown\n# Shown\n\n\`\`\`bash\nrun\n\`\`\`\n\nMore.\n${outer}\n${rest}`,
    })
  test('uncovers what it hid', async () => {
    expect(await mended(shown('```'), 'unclosed-fence')).toEqual({text: shown('````'), rules: ['unclosed-fence']})
  })
  test('counts no line of code that has backticks behind its own', async () => {
    const text = (outer: string) => shown(outer).replace('run\n', 'run\n```not a `fence`\n')
    expect((await mended(text('```'), '')).text).toBe(text('````'))
  })
  test('of which there are two gets both longer', async () => {
    const two = (outer: string) => shown(outer, `\n${outer}md\n\`\`\`sh\nx\n\`\`\`\n${outer}\n`)
    expect((await mended(two('```'), '')).text).toBe(two('````'))
  })
  test('keeps CRLF', async () => {
    const crlf = (text: string) => text.replace(/\n/g, '\r\n')
    expect((await mended(crlf(shown('```')), '')).text).toBe(crlf(shown('````')))
  })
  test.each([
    ['another fence is never closed', shown('```', '\n```ts\n')],
    ['the outer one shows no Markdown', shown('```').replace('```markdown', '```text')],
    [
      'a fence was never closed, and sections follow',
      spec({4: '## 4. Proposed Solution\n\n```markdown\nx\n\n```bash\nrun\n```\n'}),
    ],
    [
      'a section of the template stands between them',
      shown('```').replace('More.', '## 6. Alternatives Considered\n\nNone.'),
    ],
    ['a comment holds others', shown('```', '\n<!--\n```\nx\n```\n-->\n')],
    ['the two ends stand at other indents', shown('```').replace('More.\n```', 'More.\n  ```')],
  ])('is not certain where %s', async (_, text) => {
    expect((await mended(text, '')).text).toBe(text)
  })
})

describe('what needs a look', () => {
  const unsafe = true
  test('closes a fence before the section that it hides', async () => {
    const open = '## 4. Proposed Solution (High-Level Design)\n\n```mermaid\nflowchart LR\n  A[Client] --> B[Server]\n'
    expect((await mended(spec({4: open}), 'unclosed-fence')).text).toBe(spec({4: open}))
    const done = await mended(spec({4: open}), 'unclosed-fence', {unsafe})
    expect(done).toEqual({text: spec({4: `${open}\`\`\`\n`}), rules: ['unclosed-fence']})
  })
  test('puts no sections into a page that is no such document', async () => {
    const page = '# Skills\n\nA page of a manual.\n\n## Creating skills\n\nAs follows.\n'
    expect((await mended(page, 'missing-section', {unsafe})).text).toBe(page)
    const short = `${HEAD}## 1. Executive Summary\n\nWe limit uploads.\n`
    expect((await mended(short, 'missing-section', {unsafe})).rules).toHaveLength(8)
  })
  test('ticks struck and resolved questions', async () => {
    const questions = (one: string) =>
      spec({
        9: `## 9. Open Questions / Unresolved Issues\n\n- [${one}] ~~Which?~~ This.\n- [${one}] **Resolved:** two\n- [ ] Resolved paths: which?\n`,
      }).replace('Draft (WIP)', 'Approved')
    const done = await mended(questions(' '), 'open-questions', {unsafe})
    expect(done).toEqual({text: questions('x'), rules: ['open-questions', 'open-questions']})
  })
  test('renames a heading that is nearly right, and links to it', async () => {
    const text = (title: string, anchor: string) => spec({5: `## 5. ${title}\n\nSee [here](#5-${anchor}).\n`})
    const done = await mended(text('Detailled Desing', 'detailled-desing'), 'missing-section', {unsafe})
    expect(done).toEqual({text: text('Detailed Design', 'detailed-design'), rules: ['missing-section']})
  })
  test('puts no section in beside two headings that are nearly the missing one', async () => {
    const text = spec({5: '## 5. Detailled Design\n\nWe bill.\n\n## Detailed Desing\n\nMore.\n'})
    expect((await mended(text, 'missing-section', {unsafe})).text).toBe(text)
  })
  test('puts in what is missing, with the template’s number where the document has its numbers', async () => {
    const done = await mended(spec({7: '', 6: ''}).replace(/\n{3,}/g, '\n\n'), 'missing-section', {unsafe})
    expect(done.rules).toHaveLength(2)
    expect(done.text.match(/^## .*$/gm)).toEqual(spec().match(/^## .*$/gm))
    expect(done.text).toMatch(/A check\.\n\n## 6\. Alternatives Considered\n\n<!--\n/)
    expect(done.text).toMatch(/\n\n## 8\. Migration, Rollout, and Testing\n\nAt once/)
  })
  test('puts in the last section before the comment that says what the document is', async () => {
    const mark = '\n<!-- spec: rfc v1 -->\n'
    const done = await mended(`${spec({9: ''}).trimEnd()}\n${mark}`, 'missing-section', {unsafe})
    expect(done.rules).toHaveLength(1)
    expect(done.text.endsWith(mark)).toBe(true)
  })
  test('puts in a sub-section below a heading of its own number, in the line endings of the document', async () => {
    const text = spec({2: '## 2. Context and Motivation\n\n### 2.1 Current State\n\nNone.\n'}).replace(/\n/g, '\r\n')
    const done = await mended(text, 'missing-subsection', {unsafe})
    expect(done.text).toContain('None.\r\n\r\n### 2.2 The Problem\r\n\r\n<!--')
    expect(done.text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  })
  test('renumbers what was put in with the rest, not beside it', async () => {
    const text = spec({2: '', 3: '## 3. Goals and Non-Goals\n\n### 3.1 Functional Goals\n\n- [ ] A limit.\n'})
    const excepted = `${text}\n<!-- spec-lint-disable-file missing-section: nothing led to it -->\n`
    const {text: done} = await mended(excepted, '', {unsafe})
    expect([...done.matchAll(/^#+ (\S+) .*Goals/gm)].map(([, number]) => number)).toEqual(['2.', '2.1', '2.2'])
  })
  test('renumbers headings, and what refers to them, at once', async () => {
    const text = (a: string, b: string, c: string) =>
      spec({
        5: `## 5. Detailed Design\n\n### 5.1 Limits\n\nSee §${b}, Sections ${a} and ${b}, and [there](#${c}-costs); not §7.\n\n### ${a} Checks\n\nx\n\n### ${b} Costs\n\ny\n`,
      })
    const done = await mended(text('5.3', '5.4', '54'), 'heading-number', {unsafe})
    expect(done.text).toBe(text('5.2', '5.3', '53'))
  })
  test('lets links that say the number first say the new one, as in a table of contents; other numbers stay', async () => {
    const text = (number: string, anchor: string) =>
      spec({
        5: `## 5. Detailed Design\n\n- [${number} Limits](#${anchor}-limits)\n- [**${number}. Limits**](#${anchor}-limits), [§${number}](#${anchor}-limits), [Section ${number}][l] says\n- [5.3 limits](#51-goals), [5 Limits](#${anchor}-limits), [5.3.1 Limits](#${anchor}-limits), [5.3][]\n\n[l]: #${anchor}-limits\n[5.3]: #${anchor}-limits\n\n### 5.1 Goals\n\nx\n\n### ${number} Limits\n\ny\n`,
      })
    const done = await mended(text('5.3', '53'), 'heading-number', {unsafe})
    expect(done.text).toBe(text('5.2', '52'))
  })
  test('lets links to the document by its own path follow', async () => {
    const text = (number: string, anchor: string) =>
      spec({
        5: `## 5. Detailed Design\n\nSee [${number} Limits](a.md#${anchor}-limits), \`specs/a.md#${anchor}-limits\` and [l].\n\n[l]: ./a.md#${anchor}-limits\n\n### 5.1 Goals\n\nx\n\n### ${number} Limits\n\ny\n`,
      })
    const done = await mended(text('5.3', '53'), 'heading-number', {unsafe, files: {}})
    expect(done.text).toBe(text('5.2', '52'))
  })
  test('gives sub-sections the number of the section that they stand in', async () => {
    const text = (number: string) =>
      spec({5: `## 5. Detailed Design\n\n### ${number}.1 A\n\nx\n\n### ${number}.2 B\n\ny\n`})
    expect((await mended(text('4'), 'heading-number', {unsafe})).text).toBe(text('5'))
  })
})

describe('two answers are none', () => {
  const LINES = Array.from({length: 9}, (_, index) => `Line ${index + 1} says a thing`).join('\n')
  test.each([
    [
      'an anchor whose words two headings have',
      '[x](../research/x.md#2-data-model)',
      {'research/x.md': '# X\n\n## 1. A\n\n### Data Model\n\n## 2. B\n\n### Data Model\n'},
    ],
    [
      'lines that the words of a link tell, too',
      '[x, lines 3-4](../research/x.md#L3-L4):\n\n> Line 7 says a thing',
      {'research/x.md': LINES},
    ],
    ['backticks of two cells', '| a | b |\n| --- | --- |\n| the ` sign | the ` sign | and |', {}],
  ])('%s', async (_, written, files) => {
    const text = spec({5: `## 5. Detailed Design\n\n${written}\n`})
    expect(await mended(text, '', {files})).toEqual({text, rules: []})
  })
})

test('a link whose target is written with escapes is not told to be mendable', async () => {
  const root = folder({'spec.config.yaml': '', 'research/a_b.md': '# X\n'})
  const workspace = await openWorkspace({root, cwd: root})
  const text = spec({5: '## 5. Detailed Design\n\n[x](research/a\\_b.md)\n'})
  const {messages} = await lint(text, {path: 'specs/a.md', kind: 'rfc', workspace})
  await workspace.close()
  expect(messages.find(({ruleId}) => ruleId === 'root-relative-link')).not.toHaveProperty('fix')
})

test('what is put in has the line endings that most lines have', async () => {
  const text = spec({4: ''}).replace('\n', '\r\n')
  const done = await mended(text, '', {unsafe: true})
  expect(done.text.match(/\r\n/g)).toHaveLength(1)
})

test('numbers stay where one that nobody has would come to be that of another section', async () => {
  const text = spec({5: '## 5. Detailed Design\n\n### 5.1 A\n\nSee §5.2 and §5.3.\n\n### 5.3 B\n\nText.\n'})
  expect((await mended(text, 'heading-number', {unsafe: true})).text).toBe(text)
})

test('a missing first section comes with its number, and the others keep theirs', async () => {
  const done = await mended(spec({1: ''}), 'heading-number', {unsafe: true})
  expect(done.text).toContain('## 1. Executive Summary')
  expect(done.text).toContain('## 2. Context and Motivation')
  expect(done.rules).toEqual([])
})

test('fixes are not told to be left out whose message another one mends', async () => {
  expect(await fix(spec({4: ''}), {kind: 'rfc', unsafe: true})).toMatchObject({withdrawn: []})
})

test('what one fix uncovers is followed to its end: a fence, a table below it, a link in that', async () => {
  const below = '| a | b |\n| --- | --- |\n| `x | y` | [x](research/x.md) |'
  const text = spec({
    5: `## 5. Detailed Design\n\n\`\`\`markdown\n# Shown\n\n\`\`\`sh\nx\n\`\`\`\n\`\`\`\n\n${below}\n`,
  })
  const done = await mended(text, '', {files: {'research/x.md': '# X\n'}})
  expect(done.text).toContain('| `x \\| y` | [x](../research/x.md) |')
})

test('a block in an item of a list is not closed: what the line would need is not known', async () => {
  const text = spec({5: '## 5. Detailed Design\n\n- ```\n  x\n'}).replace(/\n\n## 6[\s\S]*$/, '\n')
  expect((await mended(text, 'unclosed-fence', {unsafe: true})).text).toContain('- ```\n  x\n')
})

test('a heading whose words stand with marks among them is not renamed, nor a number within a link counted', async () => {
  const text = spec({1: '## 1. Executiv**e** Sumary\n\nWe limit uploads.\n'})
  expect((await mended(text, '', {unsafe: true})).text).toContain('## 1. Executiv**e** Sumary\n')
  const linked = spec({5: '## 5. Detailed Design\n\n### 5.1 A\n\nx\n\n### [5.3 B](#51-a)\n\ny\n'})
  expect((await mended(linked, 'heading-number', {unsafe: true})).text).toContain('### [5.3 B](#51-a)\n')
})

test('a moved target that is written with escapes is left alone', async () => {
  const text = spec({5: '## 5. Detailed Design\n\n[x](../research/x\\_1.md)\n'})
  const done = await mended(text, 'dead-citation', {files: {'research/docs/x_1.md': '# X\n'}})
  expect(done.text).toBe(text)
})

test('a block is closed at the end where the heading that it hides is written in another way', async () => {
  const hidden = '## 3. Goals and Non&#45;Goals\n'
  const text = `${HEAD}${SECTIONS[0]}\n\`\`\`\nx\n\n${hidden}`
  expect((await mended(text, 'unclosed-fence', {unsafe: true})).text).toContain(`\`\`\`\nx\n\n${hidden}\`\`\`\n`)
})
