import {describe, expect, test} from 'vitest'
import {at, factsOf, sectionOf, worldOf} from './support.js'

const section = (body: string, id = 'a') => sectionOf(factsOf(`# T\n\n## A\n\n${body}\n`), id)

describe('a section', () => {
  test('goes from its heading to its last block, sub-sections included', () => {
    const text = '# T\n\n## 1. A *b*\n\nc\n\n### D\n\ne\n\n\n## F\n\n<!-- g -->\n\n# H\n\ni\n'
    const facts = factsOf(text)
    const extent = (id: string) => {
      const {position, end} = sectionOf(facts, id)
      return [at(text, position), at(text, {start: position.start, end})]
    }
    expect(extent('a-b')).toEqual(['## 1. A *b*', '## 1. A *b*\n\nc\n\n### D\n\ne'])
    expect(extent('a-b/d')).toEqual(['### D', '### D\n\ne'])
    expect(extent('f')).toEqual(['## F', '## F\n\n<!-- g -->'])
    expect(sectionOf(facts, 'a-b')).toMatchObject({title: 'A b', heading: '1. A b', number: '1', level: 2})
  })

  test('has its place among its siblings of the template', () => {
    const facts = factsOf('## 9. Detailed Design\n\n### 5.2 Data Model\n\n### Other\n\n## Notes\n')
    expect(sectionOf(facts, 'detailed-design').ordinal).toBe(5)
    expect(sectionOf(facts, 'detailed-design/data-model').ordinal).toBe(2)
    expect(sectionOf(facts, 'detailed-design/other').ordinal).toBeUndefined()
    expect(sectionOf(facts, 'notes').ordinal).toBeUndefined()
  })
})

describe('words', () => {
  const words = (body: string) => section(body).words

  test('are runs with a letter or digit', () => {
    expect(words('one two-three — 4 … `five six` *se*ven & é')).toBe(7)
    expect(words('one  \ntwo<br>three')).toBe(3)
  })

  test('stand in paragraphs, lists and quotes, and nowhere else', () => {
    expect(words('- one\n  - two\n\n> three\n> - four\n\n### five\n\nsix')).toBe(5)
    expect(
      words('| one |\n| - |\n| two |\n\n```\nthree\n```\n\n    four\n\n<p>five</p>\n\n[six]: seven\n\n[^8]: nine'),
    ).toBe(0)
    expect(words('[one two](three/four "five") ![six](seven) https://example.org/a')).toBe(4)
    expect(words('1. one\n2. two\n- [x] three')).toBe(3)
  })
})

describe('blocks', () => {
  test('paragraphs are those outside of lists and quotes', () => {
    const text = '## A\n\none\n*two*\n\n- three\n\n> four\n\n### B\n\n<b>five</b>\n\n![](x.png)\n'
    const {paragraphs = []} = sectionOf(factsOf(text), 'a')
    expect(paragraphs.map(({text: words, position}) => [words, at(text, position)])).toEqual([
      ['one two', 'one\n*two*'],
      ['five', '<b>five</b>'],
    ])
  })

  test('items are those of all lists, with their own text', () => {
    const text =
      '## A\n\n- one\n  two\n  - three\n\n    four\n- [ ] five\n\n1. six\n   ```\n   code\n   ```\n\n> - seven\n'
    const {items = []} = sectionOf(factsOf(text), 'a')
    expect(items.map(item => item.text)).toEqual(['one two', 'three four', 'five', 'six', 'seven'])
    expect(items.map(({position}) => at(text, position))).toEqual([
      '- one\n  two',
      '- three\n\n    four',
      '- [ ] five',
      '1. six',
      '- seven',
    ])
  })

  test('tasks have a box; a box alone is one without words', () => {
    const text =
      '## A\n\n- [ ] one\n- [x] two\n- [X] *three*\n- four\n- [ ]\n- [x]\n1. [ ] five\n- [y] six\n- [ ](seven)\n'
    const {tasks = []} = sectionOf(factsOf(text), 'a')
    expect(tasks.map(({text: words, checked, section: path}) => [words, checked, path])).toEqual([
      ['one', false, 'a'],
      ['two', true, 'a'],
      ['three', true, 'a'],
      ['', false, 'a'],
      ['', true, 'a'],
      ['five', false, 'a'],
    ])
    expect(tasks.map(({position}) => at(text, position))).toContain('- [ ]')
  })

  test('tables have the texts of their cells; blank rows are none', () => {
    const text =
      '## A\n\n| One | `two` |\n| --- | --- |\n|     |  |\n| three | **four** <br> five |\n| six |\n\n### B\n\n| seven |\n| - |\n'
    const facts = factsOf(text)
    const [first, second] = facts.tables
    expect(first).toMatchObject({header: ['One', 'two'], section: 'a'})
    expect(first?.rows.map(({cells, position}) => [cells, at(text, position)])).toEqual([
      [['three', 'four five'], '| three | **four** <br> five |'],
      [['six'], '| six |'],
    ])
    expect(second).toMatchObject({header: ['seven'], rows: [], section: 'a/b'})
    expect(sectionOf(facts, 'a').tables).toEqual([first, second])
    expect(sectionOf(facts, 'a/b').tables).toEqual([second])
  })
})

describe('diagrams', () => {
  const diagrams = (body: string) => section(body).diagrams?.map(({language}) => language)
  const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``

  test('are fences of a diagram language with something in them', () => {
    expect(diagrams(fence('mermaid', 'flowchart LR\n  A --> B'))).toEqual(['mermaid'])
    expect(diagrams(fence('Mermaid', 'graph TD; A-->B'))).toEqual(['mermaid'])
    expect(diagrams(fence('{.plantuml}', 'A -> B'))).toEqual(['plantuml'])
    expect(diagrams(fence('mermaid', ''))).toEqual([])
    expect(diagrams(fence('mermaid', '%% draw here\n\nflowchart TB'))).toEqual([])
    expect(diagrams(fence('js', 'a --> b'))).toEqual([])
    expect(diagrams(fence('{mermaid}', 'A-->B'))).toEqual(['mermaid'])
    expect(diagrams(fence('mer{.maid}', 'A-->B'))).toEqual([])
    expect(diagrams(fence('mermaid}s', 'A-->B'))).toEqual([])
    for (const frame of ['gantt', '  flowchart   LR  ', 'graph TB\n\n  %% later'])
      expect(diagrams(fence('mermaid', frame)), frame).toEqual([])
    for (const drawn of ['A-->B', 'a\nb', 'flowchart LR A'])
      expect(diagrams(fence('mermaid', drawn)), drawn).toEqual(['mermaid'])
  })

  test('stand in the order of the text', () => {
    expect(diagrams(`![a](b.png)\n\n${fence('mermaid', 'A-->B')}\n\n![c](d.png)`)).toEqual([
      'image',
      'mermaid',
      'image',
    ])
  })

  test('are drawings of four strokes in a plain fence', () => {
    for (const language of ['', 'text', 'txt', 'ascii', 'plaintext'])
      expect(diagrams(fence(language, '┌─┐→'))).toEqual(['drawing'])
    expect(diagrams(fence('', '▲ ■ ● ⇒'))).toEqual(['drawing'])
    expect(diagrams(fence('', '┌─┐ >'))).toEqual([])
    expect(diagrams(fence('js', '┌─┐→'))).toEqual([])
    expect(diagrams('    ┌─┐→')).toEqual([])
  })

  test('are images', () => {
    const text =
      '## A\n\none ![two](three.png) ![four][five]\n\n<img src="x">\n\n<!-- <img> -->\n\n| a |\n| - |\n| ![b](c) |\n\n[five]: six\n'
    const found = sectionOf(factsOf(text), 'a').diagrams ?? []
    expect(found.map(({language, position}) => [language, at(text, position)])).toEqual([
      ['image', '![two](three.png)'],
      ['image', '![four][five]'],
      ['image', '<img src="x">'],
      ['image', '![b](c)'],
    ])
  })

  test('are drawings, films and frames in HTML', () => {
    expect(
      diagrams('<svg></svg>\n\n<object data="a">\n\n<EMBED src="b">\n\n<video src="c">\n\n<iframe src="d">'),
    ).toEqual(Array.from({length: 5}, () => 'image'))
    expect(diagrams('<images>\n\n<!-- <iframe> -->\n\n<p>img</p>')).toEqual([])
  })

  test('other code is code', () => {
    expect(
      section(`${fence('TS', 'a')}\n\n${fence('', 'b')}\n\n${fence('mermaid', 'x-->y')}\n\n${fence('', '')}`).code?.map(
        ({language}) => language,
      ),
    ).toEqual(['ts', undefined])
  })
})

describe('content', () => {
  const content = (body: string) => section(body).content

  test.each([
    ['comments', '<!-- one -->\n\n<!--\ntwo\n-->'],
    ['TBD', 'TBD\n\n- todo\n\n| a |\n| - |\n| ??? |\n'],
    ['an empty task', '- [ ]\n- [ ] TBD\n- '],
    ['an empty row', '| a | b |\n| - | - |\n| | |\n'],
    ['an empty diagram', '```mermaid\n```\n\n```mermaid\nflowchart LR\n```\n\n```\n\n```'],
    ['labels of the template', '- **Architecture:**\n- Limitations:\n\n**Endpoint:**'],
    ['labels with TBD', '- **Architecture:** TBD'],
    ['guidance of the template', 'The way from today to there, in steps that can each be undone.'],
    ['an example in a quote', '> **Example:** words that nobody wrote here'],
    ['a rule, an anchor', '---\n\n<a id="x"></a>\n\n<br>'],
    ['pictures that are commented out', '- [ ] <!-- <img src="a.png"> -->\n\n<!-- <svg> -->'],
    ['comments in disguise', '[//]: # (one)'],
    ['headings', '### B\n\n#### C'],
  ])('%s are none', (_name, body) => {
    expect(content(body)).toBe(0)
  })

  test.each([
    ['a paragraph', 'one', 1],
    ['items', '- one\n- two\n  - three', 3],
    ['a label with words', '- **Architecture:** one', 1],
    ['a label of one’s own', '- **Other:**', 1],
    ['a table', '| a | b |\n| - | - |\n| | c |\n| TBD | |', 1],
    ['code', '```\na\n```\n\n    b', 2],
    ['HTML with words or pictures', '<p>a</p>\n\n<img src="b">', 2],
    ['a picture', '![](a.png)', 1],
    ['a picture in a link, a drawing, a film', '[![](a.png)](b)\n\n- <svg></svg>\n- <video src="c"></video>', 3],
    ['a quote', '> one\n>\n> two', 2],
    ['a list of sources', '[^1]: one\n[^2]: two\n\n[3]: https://example.org', 3],
    ['TBD in a sentence', 'This is TBD.', 1],
    ['sub-sections', '### B\n\none\n\n### C\n\ntwo', 2],
  ])('%s', (_name, body, count) => {
    expect(content(body)).toBe(count)
  })
})

describe('waiver', () => {
  const reason = (body: string) => section(body).waiver?.reason

  test.each([
    ['N/A: it stores nothing', 'it stores nothing'],
    ['**N/A.** It stores nothing', 'It stores nothing'],
    ['Not applicable — nothing is stored', 'nothing is stored'],
    ['not applicable - a b', 'a b'],
    ['None. It stores nothing.', 'It stores nothing.'],
    ['None because it stores nothing', 'because it stores nothing'],
    ['N/A, because of a', 'because of a'],
    ['None–b', 'b'],
    ['<!-- words -->\n\nN/A: a\n\n<!-- spec: rfc v1 -->', 'a'],
  ])('%j says why', (body, words) => {
    expect(reason(body)).toBe(words)
  })

  test.each([
    'N/A',
    'None',
    'N/A: …',
    'None of these.',
    'None identified.',
    'Nonetheless: a',
    'None-critical',
    'N/A: a\n\nb',
    'N/A: a\n\n### B',
    '- N/A: a',
    'a N/A: b',
    'Not applicable to b',
  ])('%j is none', body => {
    expect(reason(body)).toBeUndefined()
  })

  test('takes the place of all facts of content, in its section alone', () => {
    const text = '## A\n\n### B\n\nN/A: one two\n\n### C\n\nthree\n'
    const facts = factsOf(text)
    const waived = sectionOf(facts, 'a/b')
    expect(Object.keys(waived).sort()).toEqual([
      'end',
      'heading',
      'id',
      'level',
      'position',
      'sections',
      'title',
      'waiver',
    ])
    expect(waived.waiver && at(text, waived.waiver.position)).toBe('N/A: one two')
    expect(sectionOf(facts, 'a')).toMatchObject({words: 4, content: 2})
  })
})

describe('cites', () => {
  test('are counted by kind, sub-sections included', () => {
    const text =
      '## A\n\n[a](../research/b.md) [c](https://example.org)\n\n### D\n\n`research/b.md` [e](b.md) [f](#a)\n'
    const facts = factsOf(text, {world: worldOf(text, ['research/b.md', 'specs/b.md'])})
    expect(sectionOf(facts, 'a').cites).toEqual({research: 2, spec: 1, code: 0, url: 1})
    expect(sectionOf(facts, 'a/d').cites).toEqual({research: 1, spec: 1, code: 0, url: 0})
  })
})
