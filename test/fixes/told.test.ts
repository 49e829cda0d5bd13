import {describe, expect, test} from 'vitest'
import type {Citation, Facts} from '../../src/facts/types.js'
import {type FixContext, fixes, type Mending, type MissingSection} from '../../src/fixes/index.js'
import {linesOf} from '../../src/markdown/index.js'
import {flatSections} from '../../src/template/index.js'
import {factsOf, rfc} from '../facts/support.js'
import {factsWith} from '../lint/support.js'

/** "3:1-3:4" */
function place({start, end}: NonNullable<Mending['region']>): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

/** All that a fix says: its title, its edits, and what is read otherwise by them. */
function told(fix: Mending | undefined) {
  if (fix === undefined) return undefined
  const edits = fix.edits.map(({range, text}) => `${place(range)} ${JSON.stringify(text)}`)
  return {title: fix.title, edits, ...(fix.region && {region: place(fix.region)})}
}

/** Where a part stands in a text. */
function rangeOf(text: string, part: string) {
  const lines = linesOf(text)
  const start = text.indexOf(part)
  return {start: lines.pointAt(start), end: lines.pointAt(start + part.length)}
}

describe('a closing fence', () => {
  const closing = (text: string, index = 0) => {
    const facts = factsOf(text)
    expect(facts.fences[index]).toMatchObject({closed: false})
    return told(fixes['closing-fence'](facts.fences[index], {facts, text}))
  }
  const atEnd = 'Close the block at the end of the document'

  test.each([
    [
      'stands before the blank lines above the section',
      '# A\n\n```\ncode\n \n\n## 3. Goals and Non-Goals\n\nx\n',
      {title: 'Close the block before "3. Goals and Non-Goals"', edits: ['4:5-4:5 "\\n```"'], region: '3:1-10:1'},
    ],
    [
      'has the sign, the length and the indent of its beginning',
      '# A\n\n  ~~~~sh\n  code\n\n\n',
      {title: atEnd, edits: ['4:7-4:7 "\\n  ~~~~"'], region: '3:3-7:1'},
    ],
    [
      'stands right below one without code',
      '# A\n\n```',
      {title: atEnd, edits: ['3:4-3:4 "\\n```"'], region: '3:1-3:4'},
    ],
    [
      'stands right below one before a section',
      '# A\n\n```\n## 3. Goals and Non-Goals\n',
      {title: 'Close the block before "3. Goals and Non-Goals"', edits: ['3:4-3:4 "\\n```"'], region: '3:1-5:1'},
    ],
    [
      'has the line ending of the document',
      '# A\r\n\r\n```\r\ncode\r\n',
      {title: atEnd, edits: ['4:5-4:5 "\\r\\n```"'], region: '3:1-5:1'},
    ],
    [
      'finds a heading that is written with closing signs, code and bold',
      '# A\n\n```\nx\n##   **3. Goals** and `Non-Goals`  ##  \n',
      {title: 'Close the block before "3. Goals and Non-Goals"', edits: ['4:2-4:2 "\\n```"'], region: '3:1-6:1'},
    ],
    [
      'takes the heading for none that only looks like it',
      '# A\n\n```\nx ## 3. Goals and Non-Goals\n\n## 3. Goals and Non-Goals #\n',
      {title: 'Close the block before "3. Goals and Non-Goals"', edits: ['4:28-4:28 "\\n```"'], region: '3:1-7:1'},
    ],
    [
      'passes over a heading with a sign of its own among the words',
      '# A\n\n```\nx\n## 3. Goals # and Non-Goals\n\n## 3. Goals and Non-Goals\n',
      {title: 'Close the block before "3. Goals and Non-Goals"', edits: ['5:28-5:28 "\\n```"'], region: '3:1-8:1'},
    ],
    [
      'takes it in the last line, too',
      '# A\n\n```\nx\n## 3. Goals and Non-Goals',
      {title: 'Close the block before "3. Goals and Non-Goals"', edits: ['4:2-4:2 "\\n```"'], region: '3:1-5:26'},
    ],
  ])('%s', (_, text, expected) => {
    expect(closing(text)).toEqual(expected)
  })

  test('is that of the fence that is accused', () => {
    const text = '# A\n\n- ```\n  a\n\n```\nb\n'
    expect(closing(text, 1)).toMatchObject({edits: ['7:2-7:2 "\\n```"']})
  })

  test.each([
    ['in a list', '# A\n\n- ```\n  code\n'],
    ['in a list, indented', '# A\n\n1. a\n\n   ```\n   code\n\nbehind\n'],
    ['in a quote', '# A\n\n> ```\n> code\n'],
  ])('is none %s', (_, text) => {
    expect(closing(text)).toBeUndefined()
  })
})

describe('longer outer fences', () => {
  const outer = (text: string) => {
    const facts = factsOf(text)
    return told(fixes['outer-fence'](undefined, {facts, text}))
  }
  const shown = '```md\n```sh\nrun\n```\n```\n'
  // Read as it is written, its third end opens nothing.
  const deep = '```md\n```md\n```sh\nrun\n```\n```\n```\n'

  test.each([
    [
      'one, up to the blocks that stay as they were',
      `# A\n\n${deep}\nwords\n\n- item\n`,
      {title: 'Give the outer fence more signs', edits: ['3:1-3:4 "````"', '9:1-9:4 "````"'], region: '3:1-11:1'},
    ],
    [
      'one, up to the end where its own end has opened another',
      `# A\n\n${shown}\nwords\n\n- item\n`,
      {title: 'Give the outer fence more signs', edits: ['3:1-3:4 "````"', '7:1-7:4 "````"'], region: '3:1-12:1'},
    ],
    [
      'one at the end',
      `# A\n\n${shown}`,
      {title: 'Give the outer fence more signs', edits: ['3:1-3:4 "````"', '7:1-7:4 "````"'], region: '3:1-8:1'},
    ],
    [
      'two, the second of other signs and an indent',
      `# A\n\n${shown}\nwords\n\n ~~~~markdown\n ~~~~~sh\n run\n ~~~~~\n ~~~~\n\nend\n`,
      {
        title: 'Give the outer fences more signs',
        edits: ['3:1-3:4 "````"', '7:1-7:4 "````"', '11:2-11:6 "~~~~~~"', '15:2-15:6 "~~~~~~"'],
        region: '3:1-18:1',
      },
    ],
  ])('%s', (_, text, expected) => {
    expect(outer(text)).toEqual(expected)
  })

  test('leave other code alone: what is indented, in quotes, or in lists', () => {
    const others = '    indented\n\n> ```\n> quoted\n> ```\n\n- a\n\n  - b\n\n    ```\n    listed\n    ```\n'
    expect(outer(`# A\n\n${others}\nwords\n\n${shown}`)?.edits).toHaveLength(2)
  })

  test.each([
    [
      'where one of two holds a section',
      `# A\n\n${shown}\n\`\`\`md\n\`\`\`sh\nrun\n\`\`\`\n\n## 3. Goals and Non-Goals\n\`\`\`\n`,
    ],
    ['where one shows no Markdown', `# A\n\n${shown}\n\`\`\`text\n\`\`\`sh\nrun\n\`\`\`\n\`\`\`\n`],
    ['where one ends at another indent', `# A\n\n${shown}\n\`\`\`md\n\`\`\`sh\nrun\n\`\`\`\n  \`\`\`\n`],
    ['where one is as long as it must be', `# A\n\n\`\`${shown.trimEnd()}\`\`\n`],
    ['where nothing is in another', '# A\n\n```md\n~~~\nx\n~~~\n```\n'],
    ['where one is never closed', `# A\n\n${shown}\n\`\`\`sh\n`],
  ])('are none %s', (_, text) => {
    expect(outer(text)).toBeUndefined()
  })
})

describe('escaped bars', () => {
  const bars = (row: string, item: object, text = `before\n\n${row}\n| - |\n\nbehind\n`) =>
    told(fixes['escaped-bars']({...item, position: rangeOf(text, row)}, {facts: factsWith(), text}))

  test.each([
    [
      'one in a row',
      '| `a|b` |',
      {cells: 2, columns: 1},
      {title: 'Write the bar inside the code as "\\|"', edits: ['3:5-3:6 "\\\\|"'], region: '3:1-3:10'},
    ],
    [
      'several in one code and another',
      '| `a|b|c` ``d|`` |',
      {cells: 4, columns: 1},
      {
        title: 'Write the bars inside the code as "\\|"',
        edits: ['3:5-3:6 "\\\\|"', '3:7-3:8 "\\\\|"', '3:14-3:15 "\\\\|"'],
        region: '3:1-3:19',
      },
    ],
    [
      'in a header, of which the paragraph becomes a table',
      '| `a|b` |',
      {header: 2, delimiter: 1},
      {title: 'Write the bar inside the code as "\\|"', edits: ['3:5-3:6 "\\\\|"'], region: '3:1-4:6'},
    ],
    [
      'behind a backtick that means itself, and between longer ones with blanks',
      '| \\` `` a|b `` |',
      {cells: 2, columns: 1},
      {title: 'Write the bar inside the code as "\\|"', edits: ['3:10-3:11 "\\\\|"'], region: '3:1-3:17'},
    ],
    [
      'not the one that is escaped',
      '| `a\\|b|c` |',
      {cells: 2, columns: 1},
      {title: 'Write the bar inside the code as "\\|"', edits: ['3:8-3:9 "\\\\|"'], region: '3:1-3:13'},
    ],
    [
      'behind a backslash that is escaped itself',
      '| \\\\`a|b` |',
      {cells: 2, columns: 1},
      {title: 'Write the bar inside the code as "\\|"', edits: ['3:7-3:8 "\\\\|"'], region: '3:1-3:12'},
    ],
  ])('%s', (_, row, item, expected) => {
    expect(bars(row, item)).toEqual(expected)
  })

  test('of a header without blank lines around: all of the text', () => {
    const row = '| `a|b` |'
    expect(bars(row, {header: 2, delimiter: 1}, `${row}\n| - |\nend`)).toMatchObject({region: '1:1-3:4'})
    expect(bars(row, {header: 2, delimiter: 1}, `x\r\n>\r\n${row}\r\n| - |\r\n \r\nend`)).toMatchObject({
      region: '3:1-4:6',
    })
  })

  test.each([
    ['no cells too many', '| `a|b` |', {cells: 1, columns: 1}],
    ['fewer', '| `a|b` |', {cells: 1, columns: 2}],
    ['more than there are bars', '| `a|b` |', {cells: 3, columns: 1}],
    ['no columns told', '| `a|b` |', {cells: 2}],
    ['a header without a number', '| `a|b` |', {header: '2', delimiter: 1}],
    ['code with blanks at both ends', '| ` a|b ` |', {cells: 2, columns: 1}],
    ['code with blanks behind other words', '| `x` `\ta|b ` |', {cells: 2, columns: 1}],
    ['a backtick alone', '| `a|b |', {cells: 2, columns: 1}],
    ['backticks of other numbers', '| `a|b`` |', {cells: 2, columns: 1}],
    ['a backtick that means itself', '| \\`a|b` |', {cells: 2, columns: 1}],
  ])('none: %s', (_, row, item) => {
    expect(bars(row, item)).toBeUndefined()
  })

  test('code with a blank at one end is code', () => {
    expect(bars('| ` a|b` |', {cells: 2, columns: 1})).toMatchObject({edits: ['3:6-3:7 "\\\\|"']})
    expect(bars('| `a|b ` |', {cells: 2, columns: 1})).toMatchObject({edits: ['3:5-3:6 "\\\\|"']})
    expect(bars('| ` x ` `a|b` |', {cells: 2, columns: 1})).toMatchObject({edits: ['3:11-3:12 "\\\\|"']})
  })
})

describe('a section that is put in', () => {
  const forms = flatSections(rfc.sections)
  /** The fix for a section of the template that a text lacks, and where it would stand. */
  const putIn = (text: string, path: string, before: string | undefined, more: Partial<MissingSection> = {}) => {
    const form = forms.find(section => section.path === path)
    if (form === undefined) throw new Error(`no section ${path}`)
    const at = linesOf(text).pointAt(before === undefined ? text.length : text.indexOf(before))
    const missing: MissingSection = {form, parents: path.split('/').slice(0, -1), at, ...more}
    const context: FixContext = {facts: factsOf(text), text, template: rfc, missing}
    return told(fixes['inserted-section'](undefined, context))
  }
  /** Its heading. */
  const heading = (fix: ReturnType<typeof putIn>) => /#.*?(?=\\n|\\r|")/.exec(fix?.edits[0] ?? '')?.[0]
  const [goals, design] = ['## 3. Goals and Non-Goals', '## 5. Detailed Design']
  const named = (text: string) => text.replaceAll(/^(#+) [\d.]+ /gm, '$1 ')

  test('stands between blank lines, and is read otherwise in its place alone', () => {
    const text = `# A\n\n${goals}\n\nx\n${design}\n\ny\n`
    const fix = putIn(text, 'proposed-solution', design)
    expect(fix).toMatchObject({
      title: 'Put in the section as the template has it, to be filled in',
      edits: [expect.stringMatching(/^6:1-6:1 "\\n## 4\. Proposed Solution.*\S\\n\\n"$/)],
      region: '6:1-6:1',
    })
  })

  test('has no blank lines more than it needs', () => {
    expect(putIn(`# A\n\n${goals}\n\nx\n \n${design}\n`, 'proposed-solution', design)?.edits[0]).toMatch(
      /^7:1-7:1 "## 4/,
    )
    expect(putIn(`${goals}\n\nx`, 'proposed-solution', undefined)?.edits[0]).toMatch(/^3:2-3:2 "\\n\\n## 4.*[^\\]"$/)
    expect(putIn(`${goals}\n\nx\n\n \n`, 'proposed-solution', undefined)?.edits[0]).toMatch(/^3:2-3:2 "\\n\\n## 4/)
    expect(putIn(`${goals}\r\n\r\nx\r\n`, 'proposed-solution', undefined)?.edits[0]).toMatch(
      /^3:2-3:2 "\\r\\n\\r\\n## 4/,
    )
    expect(putIn(`${goals}\r\n\r\nx\r\n${design}\r\n`, 'proposed-solution', design)?.edits[0]).toMatch(
      /^4:1-4:1 "\\r\\n## 4/,
    )
    expect(putIn(`${design}\n`, 'goals-and-non-goals', design)?.edits[0]).toMatch(/^1:1-1:1 "## 3.*\\n\\n"$/)
  })

  test('stands before the comment that says what the document is, where nothing is behind that', () => {
    const comment = '<!-- spec: rfc v1 -->'
    expect(putIn(`${goals}\n\nx\n\n${comment}\n`, 'proposed-solution', undefined)?.region).toBe('3:2-3:2')
    expect(putIn(`${comment}\n\n${goals}\n\nx\n`, 'proposed-solution', undefined)?.region).toBe('5:2-5:2')
    expect(putIn(`${goals}\n\nx\n\n${comment}\n\ny\n\n${design}\n`, 'proposed-solution', design)?.region).toBe(
      '9:1-9:1',
    )
    expect(putIn(`${goals}\n\n${design}\n\n${comment}\n`, 'proposed-solution', design)?.region).toBe('3:1-3:1')
  })

  test.each([
    ['goes on from the numbers around it', `${goals}\n\n${design}\n`, '## 4. Proposed Solution'],
    ['goes on where those around are of the author’s own', `## 1. A\n\n${design}\n`, '## 4. Proposed Solution'],
    ['stands alone', `# A\n\n| Document Metadata | Details |\n| - | - |\n| Status | Draft |\n\n${design}\n`, '## 4. '],
    ['has none where the others have none', named(`${goals}\n\n${design}\n`), '## Proposed Solution'],
    ['has none where one counts otherwise', `## 2. Goals and Non-Goals\n\n${design}\n`, '## Proposed Solution'],
    ['has none where its number is behind it', `${goals}\n\n${design}\n\n## 4. Mine\n`, '## Proposed Solution'],
    ['has none where a greater one is before it', `## 7. Mine\n\n${design}\n`, '## Proposed Solution'],
    ['has none where its own is before it', `## 4. Mine\n\n${design}\n`, '## Proposed Solution'],
    ['has one where one around has none', `${goals}\n\n## Mine\n\n${design}\n`, '## 4. Proposed Solution'],
  ])('%s', (_, text, start) => {
    expect(heading(putIn(text, 'proposed-solution', design))).toContain(start)
  })

  test('below another one has its number, and is as deep', () => {
    const sub = (parent: string) => heading(putIn(`${parent}\n\nx\n`, 'goals-and-non-goals/non-goals', undefined))
    expect(sub(goals)).toContain('### 3.2 Non-Goals')
    expect(sub('## Goals and Non-Goals')).toMatch(/^### Non-Goals/)
    expect(sub('## 4. Goals and Non-Goals')).toMatch(/^### Non-Goals/)
  })

  test('has the number that it is told, its sub-sections too', () => {
    const fix = putIn(`${design}\n`, 'goals-and-non-goals', design, {number: '7'})
    expect([...(fix?.edits[0] ?? '').matchAll(/#+ [\d.]+/g)].map(([each]) => each)).toEqual([
      '## 7.',
      '### 7.1',
      '### 7.2',
    ])
  })

  test('is none without a parent, in another document, beside one that is nearly it', () => {
    expect(putIn(`${design}\n`, 'goals-and-non-goals/non-goals', undefined)).toBeUndefined()
    expect(putIn('# Notes\n\nwords\n', 'goals-and-non-goals', undefined)).toBeUndefined()
    expect(
      putIn(`${goals}\n\n## Proposed Solutoin (High-Level Design)\n`, 'proposed-solution', undefined),
    ).toBeUndefined()
  })
})

describe('headings', () => {
  const renamed = (text: string, path: string) => {
    const form = flatSections(rfc.sections).find(section => section.path === path)
    if (form === undefined) throw new Error(`no section ${path}`)
    const missing = {form, parents: path.split('/').slice(0, -1), at: linesOf(text).pointAt(0)}
    return told(fixes['renamed-heading'](undefined, {facts: factsOf(text), text, template: rfc, missing}))
  }

  test('that are nearly right are renamed with what leads to them, and what they hold is read otherwise', () => {
    const text =
      '# A\n\n[x](#3-gaols-and-non-goals) [x](b.md#3-gaols-and-non-goals)\n\n## 3. Gaols and Non-Goals\n\nx\n\n## 5. Detailed Design\n'
    expect(renamed(text, 'goals-and-non-goals')).toEqual({
      title: 'Rename the heading to "Goals and Non-Goals"',
      edits: ['5:7-5:26 "Goals and Non-Goals"', '3:6-3:27 "3-goals-and-non-goals"'],
      region: '5:1-7:2',
    })
  })

  test('are looked for in the place of the missing one alone', () => {
    const sub = '### 3.2 Non-Gaols (Out of Scope)\n'
    expect(renamed(`## 3. Goals and Non-Goals\n\n${sub}`, 'goals-and-non-goals/non-goals')).toMatchObject({
      edits: ['3:9-3:33 "Non-Goals (Out of Scope)"'],
    })
    expect(renamed(`## 5. Detailed Design\n\n${sub}`, 'goals-and-non-goals/non-goals')).toBeUndefined()
    expect(renamed(`## 3. Goals and Non-Goals\n\n#${sub}`, 'goals-and-non-goals/non-goals')).toBeUndefined()
    expect(renamed('### 3. Gaols and Non-Goals\n', 'goals-and-non-goals')).toBeUndefined()
    expect(renamed('## 3. Goals and Non-Goals\n\n## Gaols and Non-Goals\n', 'executive-summary')).toBeUndefined()
  })

  test('that stand above a line are renamed there', () => {
    expect(renamed('Gaols and Non-Goals\n---\n', 'goals-and-non-goals')).toMatchObject({
      edits: ['1:1-1:20 "Goals and Non-Goals"'],
    })
  })

  test('whose words stand with marks among them are none to rename', () => {
    expect(renamed('## 1. Executiv**e** Sumary\n', 'executive-summary')).toBeUndefined()
  })

  const numbered = (text: string, index: number) => {
    const facts: Facts = factsOf(text)
    return told(fixes['heading-numbers'](facts.outline[index], {facts, text}))
  }

  test('are numbered anew with what refers to them', () => {
    const text = [
      '# A\n',
      '[2. Two](#2-two), [§ 12](#12-twelve), [12 tests](#12-twelve), [x][y], [**2** z][y], a\n\nSee Section 12 and §2, but `§12`\n',
      '## 2. Two\n',
      '## 12. Twelve\n',
      '[y]: #2-two\n',
    ].join('\n')
    expect(numbered(text, 1)).toEqual({
      title: 'Renumber the headings, and the references to them',
      edits: [
        '7:4-7:5 "1"',
        '9:4-9:6 "2"',
        '5:13-5:15 "2"',
        '5:21-5:22 "1"',
        '3:2-3:3 "1"',
        '3:22-3:24 "2"',
        '3:40-3:42 "2"',
        '3:74-3:75 "1"',
        '3:11-3:16 "1-two"',
        '3:27-3:36 "2-twelve"',
        '3:51-3:60 "2-twelve"',
        '11:7-11:12 "1-two"',
      ],
    })
    expect(numbered(text, 0)).toBeUndefined()
  })
})

describe('a question', () => {
  const ticked = (text: string, item: object = {checked: false, position: rangeOf(text, text.trim())}) =>
    told(fixes['ticked-question'](item, {facts: factsWith(), text}))
  test.each([
    ['- [ ] Resolved: a\n', '1:4-1:5 "x"'],
    ['*\t[ ] ~~a~~\n', '1:4-1:5 "x"'],
    ['123.  [ ] Resolved: a\n', '1:8-1:9 "x"'],
    ['+ [ ] Resolved: a [ ]\n  - [ ] b\n', '1:4-1:5 "x"'],
  ])('that is answered is ticked: %j', (text, edit) => {
    expect(ticked(text)).toEqual({title: 'Tick the question', edits: [edit]})
  })
  test('that is open, ticked, or no task is left', () => {
    expect(ticked('- [ ] Which?\n')).toBeUndefined()
    expect(ticked('- Resolved: a - [ ] b\n')).toBeUndefined()
    expect(ticked('- [x] Resolved: a\n')).toBeUndefined()
    const text = '- [ ] Resolved: a\n'
    expect(ticked(text, {checked: true, position: rangeOf(text, text.trim())})).toBeUndefined()
    expect(ticked(text, {position: rangeOf(text, text.trim())})).toBeUndefined()
  })
})

describe('citations', () => {
  const text = 'See [x](b.md#12-old) and `src/a.ts:12`.\n'
  const citing = (part: string, more: Partial<Citation>): Facts => {
    const position = rangeOf(text, part)
    const citation = {kind: 'code', form: 'code-span', text: part, target: 'src/a.ts', position, ...more} as Citation
    return factsWith({citations: [citation]})
  }
  const drifted = (more: Partial<Citation>) => {
    const facts = citing('`src/a.ts:12`', more)
    return told(fixes['drifted-lines'](facts.citations[0], {facts, text}))
  }
  test('get the lines that hold the same text', () => {
    const expected = {title: 'Cite "src/a.ts:14"', edits: ['1:27-1:38 "src/a.ts:14"']}
    const near = ['src/a.ts:14']
    const moved = {state: 'moved', near} as Citation['drift'] & object
    expect(drifted({drift: moved})).toEqual(expected)
    expect(drifted({drift: {...moved, state: 'renamed'}})).toEqual(expected)
    expect(drifted({drift: {...moved, state: 'changed'}})).toBeUndefined()
    expect(drifted({drift: {...moved, near: []}})).toBeUndefined()
    expect(drifted({drift: moved, commitFrom: 'citation'})).toBeUndefined()
    expect(drifted({drift: moved, target: 'src/b.ts'})).toBeUndefined()
    expect(fixes['drifted-lines'](undefined, {facts: factsWith(), text})).toBeUndefined()
  })
})
