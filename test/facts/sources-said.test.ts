import {describe, expect, test} from 'vitest'
import {questionsOf} from '../../src/facts/index.js'
import {saysNothing} from '../../src/facts/sources/statements.js'
import {stateOf} from '../../src/facts/sources/states.js'
import {readTemplate, type Template} from '../../src/template/index.js'
import {at, collectedOf, factsOf, worldOfTexts} from './support.js'

const spec = (rows: Record<string, string> = {}, body = '') => {
  const lines = Object.entries({'Created / Last Updated': '2026-01-15', ...rows})
  return `# Limits\n\n| Document Metadata | Details |\n| - | - |\n${lines.map(([label, value]) => `| ${label} | ${value} |\n`).join('')}\n${body}\n`
}
const research = (topic: string, more = '') => `---\n${topic && `topic: ${topic}\n`}${more}---\n\n# Notes\n`

/** What is known of the documents that a text cites, among these. */
const sourcesOf = (text: string, texts: Record<string, string> = {}, path = 'specs/a.md') =>
  factsOf(text, {path, world: worldOfTexts(texts)}).sources

describe('what a status says', () => {
  test.each([
    ['In_Progress', 'open'],
    ['in--review', 'open'],
    ['Work in progress (draft)', 'open'],
    ['complete, but for one', 'settled'],
    ['Superseded by b.md', 'superseded'],
    ['stale', 'withdrawn'],
    ['Superseded by §11', undefined],
    ['Replaced by section 4', undefined],
    ['now superseded by §11', undefined],
    ['reviewer wanted', undefined],
    ['active', undefined],
    ['12 done', undefined],
    ['draft, replaced by §11', 'open'],
    ['', undefined],
  ])('%j: %s', (status, expected) => {
    expect(stateOf(status)).toBe(expected)
  })
})

describe('a row says nothing', () => {
  test.each([' ', '—', '`TBD`', ' **n/a** ', 'NA', 'None so far', 'Nothing', 'Not applicable', 'no'])('%j', text => {
    expect(saysNothing(text)).toBe(true)
  })

  test.each(['a.md', 'Note: b.md', '2', 'all, none of them alone'])('but %j does', text => {
    expect(saysNothing(text)).toBe(false)
  })
})

describe('documents whose beginning must be known', () => {
  const asked = (text: string, path = 'specs/a.md') =>
    questionsOf(collectedOf(text, {path}))
      .filter(({head}) => head)
      .map(question => question.path)

  test('are research and specs, each once, and neither itself nor what lies outside', () => {
    const text =
      'See [b](b.md), [b](b.md#x), [r](../research/r.md), [a](a.md), [o](../../specs/o.md), [p](../research/p.png), [d](../docs/d.md) and [s](../research/s.md) §2.\n'
    expect(asked(text)).toEqual(['specs/b.md', 'research/r.md', 'research/s.md'])
  })
})

describe('a source', () => {
  test('is told with its place, once, and by what is cited beside the rows', () => {
    const text = spec({Research: '[r](../research/r.md)'}, 'See [r](../research/r.md) and `research/r.md`.')
    const [source, ...more] = sourcesOf(text, {'research/r.md': research('Disk')})
    expect(more).toEqual([])
    expect(source).toMatchObject({path: 'research/r.md', kind: 'research', cites: 2, listed: true, topic: 'Disk'})
    expect(source && text.slice(0, source.position.start.offset)).toMatch(/See $/)
    for (const key of ['later', 'supersededBy', 'successorCited', 'supersededHere', 'status', 'state', 'date'])
      expect(source).not.toHaveProperty(key)
  })

  test('is none that is missing, that is a figure, code or the document itself', () => {
    const text =
      'See [gone](gone.md), [x](../src/x.ts), [f](../research/f.png), [a](a.md) and <https://example.org/b.md>.\n'
    const texts = {'specs/a.md': text, 'src/x.ts': '', 'research/f.png': '', 'research/g.md': research('G')}
    expect(sourcesOf(text, texts)).toEqual([])
    expect(sourcesOf('See [x](../README.md).\n', {'README.md': '# R\n'})).toEqual([])
  })

  test('is listed where the row of research names it, and nowhere else', () => {
    const listed = (text: string) => sourcesOf(text, {'research/r.md': research('R')}).map(source => source.listed)
    expect(listed(spec({Research: 'None: a matter of taste'}, 'See [r](../research/r.md).'))).toEqual([false])
    expect(listed('# A\n\nSee [r](../research/r.md).\n')).toEqual([false])
  })

  test('that is a spec may be known by its beginning alone', () => {
    const entries = new Map([['specs/b.md', {type: 'file' as const, head: '# Disks\n'}]])
    expect(factsOf('See [b](b.md).\n', {world: {specs: ['specs/b.md'], research: [], entries}}).sources).toMatchObject([
      {path: 'specs/b.md', topic: 'Disks'},
    ])
  })

  test('is later where it was made after the document, by the row of dates, else by the name', () => {
    const made = (day: string, text = spec({}, 'See [r](../research/r.md).'), path = 'specs/a.md') =>
      sourcesOf(text, {'research/r.md': research('R', day && `date: ${day}\n`)}, path)[0]
    expect(made('2026-01-16')).toMatchObject({date: '2026-01-16', later: true})
    expect(made('2026-01-15')).not.toHaveProperty('later')
    expect(made('')).not.toHaveProperty('later')
    const bare = '# Limits\n\nSee [r](../research/r.md).\n'
    expect(made('2026-01-16', bare)).not.toHaveProperty('later')
    expect(made('2026-01-16', bare, 'specs/2026-01-10-a.md')).toHaveProperty('later', true)
    const undated = spec({'Created / Last Updated': 'soon'}, 'See [r](../research/r.md).')
    expect(made('2026-01-16', undated, 'specs/2026-01-10-a.md')).toHaveProperty('later', true)
  })

  test('that is a spec says its title, status and day', () => {
    const told = (text: string, name = 'specs/b.md') => sourcesOf(`See \`${name}\`.\n`, {[name]: text})[0]
    expect(told(spec({Status: 'Draft'}))).toMatchObject({
      topic: 'Limits',
      date: '2026-01-15',
      status: 'Draft (WIP)',
      state: 'open',
    })
    expect(told('---\nStatus: done\n---\n\nWords.\n', 'specs/2026-01-10-b.md')).toMatchObject({
      date: '2026-01-10',
      status: 'done',
      state: 'settled',
    })
    const bare = told('---\nmy-status: done\nstatus-of: done\n---\n\nWords.\n')
    for (const key of ['topic', 'date', 'status', 'state', 'supersededBy']) expect(bare).not.toHaveProperty(key)
    const unset = told(spec({Status: '', 'Created / Last Updated': 'soon'}), 'specs/2026-01-10-b.md')
    expect(unset).toMatchObject({date: '2026-01-10'})
    expect(unset).not.toHaveProperty('status')
  })

  test('of which nothing can be read says nothing, and neither does one that is not known', () => {
    const text = 'See [b](b.md) and [r](../research/r.md).\n'
    const world = {
      ...worldOfTexts({}),
      entries: new Map([
        ['specs/b.md', {type: 'file' as const}],
        ['research/r.md', {type: 'file' as const}],
      ]),
    }
    delete (world as {surroundings?: unknown}).surroundings
    expect(factsOf(text, {world}).sources).toMatchObject([{path: 'specs/b.md'}, {path: 'research/r.md'}])
    const deep = {...world, entries: new Map([['research/r.md', {type: 'file' as const, head: '>'.repeat(200)}]])}
    expect(factsOf(text, {world: deep}).sources.map(source => Object.keys(source))).toEqual([
      ['path', 'kind', 'cites', 'listed', 'position'],
    ])
    const head = {...world, entries: new Map([['research/r.md', {type: 'file' as const, head: research('Disk')}]])}
    expect(factsOf(text, {world: head}).sources).toMatchObject([{topic: 'Disk'}])
  })
})

describe('research is replaced', () => {
  const text = 'See [r](../research/2026-01-01-disk-growth.md).\n'
  const successor = (said: string, more: Record<string, string>) =>
    sourcesOf(text, {'research/2026-01-01-disk-growth.md': said, ...more})[0]

  test.each([
    ['by the one that its frontmatter names', research('A', 'superseded_by: b.md\n'), 'research/b.md'],
    ['by the one that its status names', research('A', 'status: superseded by b.md\n'), 'research/b.md'],
    ['by the one that its status prefers', research('A', 'status: dropped in favor of b.md\n'), 'research/b.md'],
    ['not by what its status mentions', research('A', 'status: done, see b.md\n'), undefined],
  ])('%s', (_name, said, expected) => {
    expect(successor(said, {'research/b.md': research('B')})?.supersededBy).toBe(expected)
  })

  test('whatever its status says, where its frontmatter names another', () => {
    const source = successor(research('A', 'status: done\nsuperseded_by: b.md\n'), {'research/b.md': research('B')})
    expect(source).toMatchObject({status: 'done', state: 'superseded', supersededBy: 'research/b.md'})
  })

  test.each([
    [
      'of its topic',
      research('disk growth'),
      {'research/b.md': research('Disk, growth', 'date: 2026-01-02\n')},
      'research/b.md',
    ],
    ['of its name without a topic', research(''), {'research/2026-01-02-disk-growth.md': research('Tape')}, undefined],
    [
      'of its name, where that one has no topic',
      research('Tape libraries'),
      {'research/x/2026-01-02-disk-growth.md': '---\ndate: 2026-01-02\n---\n'},
      'research/x/2026-01-02-disk-growth.md',
    ],
    [
      'of its name with a topic of its own',
      research('Disks'),
      {'research/x/2026-01-02-disk-growth.md': research('Tapes')},
      undefined,
    ],
    [
      'of its name, where it has no topic itself',
      '---\n---\n',
      {'research/x/2026-01-02-disk-growth.md': research('Tapes')},
      'research/x/2026-01-02-disk-growth.md',
    ],
    [
      'of its topic, wherever that stands',
      research('disk growth'),
      {
        'research/a.md': research('disk growth', 'date: 2026-01-09\n'),
        'research/b.md': research('disk growth', 'date: 2026-01-05\n'),
      },
      'research/a.md',
    ],
    [
      'of its topic in one word',
      research('Disk'),
      {'research/b.md': research('Disk', 'date: 2026-01-02\n')},
      undefined,
    ],
    [
      'of the same day',
      research('disk growth'),
      {'research/b.md': research('disk growth', 'date: 2026-01-01\n')},
      undefined,
    ],
    ['without a day', research('disk growth'), {'research/b.md': research('disk growth')}, undefined],
    [
      'that is older',
      research('disk growth'),
      {'research/b.md': research('disk growth', 'date: 2025-12-31\n')},
      undefined,
    ],
    [
      'of the name but no day in it',
      '---\ndate: 2026-01-01\n---\n',
      {'research/disk-growth.md': '---\ndate: 2026-01-02\n---\n'},
      undefined,
    ],
  ])('by a newer one %s: %#', (_name, said, more, expected) => {
    expect(successor(said, more)?.supersededBy).toBe(expected)
  })

  test('by the newest of several, by one of its topic or of its name', () => {
    const files = {
      'research/2026-01-02-disk-growth.md': research('disk growth'),
      'research/2026-01-09-tape.md': research('disk growth'),
      'research/2026-01-05-tape.md': research('disk growth'),
      'research/2026-01-04-x.md': '---\ntopic: other topic\n---\n',
    }
    expect(successor(research('disk growth'), files)?.supersededBy).toBe('research/2026-01-09-tape.md')
    expect(successor(research('other topic'), files)?.supersededBy).toBe('research/2026-01-04-x.md')
  })

  test('by none where it has no day itself', () => {
    const files = {
      'research/a.md': research('disk growth'),
      'research/b.md': research('disk growth', 'date: 2026-01-02\n'),
    }
    expect(sourcesOf('See [r](../research/a.md).\n', files)[0]).not.toHaveProperty('supersededBy')
  })
})

describe('a spec is replaced', () => {
  const successor = (old: string, more: Record<string, string> = {}) =>
    sourcesOf('See [b](b.md).\n', {'specs/b.md': old, 'specs/c.md': '# C\n', 'specs/d.md': '# D\n', ...more})[0]

  test.each([
    ['a row', spec({'Superseded by': '[c](c.md)'}), 'specs/c.md'],
    ['a row that names two', spec({'Superseded by': '[c](c.md), [d](d.md)'}), 'specs/c.md'],
    ['frontmatter', '---\nsuperseded_by: c.md\n---\n\n# B\n', 'specs/c.md'],
    ['a line before the first section', '# B\n\n**Superseded by:** [c](c.md)\n\n## A\n', 'specs/c.md'],
    ['a line behind another that names one', '# B\n\nSee [d](d.md).\n\nSuperseded by: c.md\n', 'specs/c.md'],
    ['the status', spec({Status: 'Superseded, see [c](c.md)'}), 'specs/c.md'],
    ['the status in frontmatter', '---\nstatus: superseded by c.md\n---\n\n# B\n', 'specs/c.md'],
    ['a line without sections behind', '# B\n\nSuperseded by: c.md\n', 'specs/c.md'],
    ['no line in a section', '# B\n\n## A\n\nSuperseded by: c.md\n', undefined],
    ['no line in its midst', '# B\n\nIt is superseded by: c.md\n', undefined],
    ['no heading', '# B\n\n#### Superseded by: c.md\n', undefined],
    ['no row about a part', spec({'Superseded by': '[c](c.md), section 4'}), undefined],
    ['no row that says there is none', spec({'Superseded by': 'None (see c.md)'}), undefined],
    ['no other row', spec({'Related to': '[c](c.md)'}), undefined],
  ])('as %s says', (_name, old, expected) => {
    expect(successor(old)?.supersededBy).toBe(expected)
  })

  test('whatever its status says', () => {
    expect(successor(spec({Status: 'Approved', 'Superseded by': '[c](c.md)'}))).toMatchObject({
      status: 'Approved',
      state: 'superseded',
    })
  })

  test('as the other one says, in the row, its alias or frontmatter', () => {
    const by = (text: string) => successor('# B\n', {'specs/e.md': text})?.supersededBy
    expect(by(spec({Supersedes: '[b](b.md)'}))).toBe('specs/e.md')
    expect(by('---\nsupersedes: b.md\n---\n\n# E\n')).toBe('specs/e.md')
    expect(by('# E\n\nSUPERSEDES: b.md\n')).toBe('specs/e.md')
    expect(by('# E\n\nSee b.md.\n')).toBeUndefined()
    expect(by(spec({Supersedes: 'Part of [b](b.md)'}))).toBeUndefined()
  })

  test('as one says that is of no form, and by none that cannot be read', () => {
    const texts = {'specs/b.md': '# B\n', 'specs/e.md': '# E\n\nSupersedes: b.md\n'}
    const kind = {name: 'test'}
    const by = (more: Record<string, string>) =>
      factsOf('See [b](b.md).\n', {kind, world: worldOfTexts({...texts, ...more})}).sources[0]?.supersededBy
    expect(by({})).toBe('specs/e.md')
    expect(by({'specs/d.md': `${'>'.repeat(200)} Supersedes: b.md\n`})).toBe('specs/e.md')
  })

  test('as a row of a form of one’s own says, by its label or alias, each form by itself', () => {
    const form = (label: string) =>
      readTemplate(
        `<!-- spec-template\nkind: note\nmetadata: {source: list, rows: [{id: supersedes, label: ${label}, aliases: [Instead of (old)]}]}\n-->\n\n# [T]\n\n- ${label}: x\n\n## A\n`,
      )
    const texts = {
      'specs/b.md': '# B\n\n## A\n',
      'specs/c.md': '# C\n\n## A\n',
      'specs/e.md': '# E\n\n- Takes over: b.md\n\n## A\n',
      'specs/f.md': '# F\n\n- INSTEAD OF (old): c.md\n\n## A\n',
    }
    const world = worldOfTexts(texts)
    const by = (template: Template) =>
      factsOf('See [b](b.md) and [c](c.md).\n', {kind: {name: 'note', template}, world}).sources.map(
        source => source.supersededBy,
      )
    expect(by(form('Takes over'))).toEqual(['specs/e.md', 'specs/f.md'])
    expect(by(form('Follows'))).toEqual([undefined, 'specs/f.md'])
    expect(by(form('Takes over'))).toEqual(['specs/e.md', 'specs/f.md'])
  })

  test('by the document, as its own text says now, not as the one that is saved did', () => {
    const texts = {'specs/b.md': '# B\n', 'specs/a.md': spec({Supersedes: '[b](b.md)'})}
    expect(sourcesOf('See [b](b.md).\n', texts)[0]).not.toHaveProperty('supersededBy')
    expect(sourcesOf(spec({Supersedes: '[b](b.md)'}), texts)).toMatchObject([
      {supersededBy: 'specs/a.md', successorCited: false, supersededHere: true},
    ])
    const said = {'specs/b.md': spec({'Superseded by': '[a](a.md)'}), 'specs/a.md': '# A\n'}
    expect(sourcesOf('See [b](b.md).\n', said)[0]).toMatchObject({supersededBy: 'specs/a.md', supersededHere: true})
  })

  test('and its successor may be cited beside it', () => {
    const texts = {'specs/b.md': spec({'Superseded by': '[c](c.md)'}), 'specs/c.md': '# C\n'}
    const [source] = sourcesOf('See [b](b.md) and [c](c.md).\n', texts)
    expect(source).toMatchObject({supersededBy: 'specs/c.md', successorCited: true})
    expect(source).not.toHaveProperty('supersededHere')
  })
})

describe('supersession', () => {
  const told = (text: string, texts: Record<string, string> = {}) => {
    const {supersession} = factsOf(text, {
      world: worldOfTexts({'specs/b.md': '# B\n', 'specs/c.md': '# C\n', ...texts}),
    })
    return (
      supersession && {
        ...supersession,
        links: supersession.links.map(link => ({...link, position: at(text, link.position)})),
      }
    )
  }

  test('is told with its links, each once, their places, and whether the other one says so', () => {
    expect(told(spec({Status: 'Draft'}))).toBeUndefined()
    const text = spec({Supersedes: '[b](b.md), [c](c.md)', 'Superseded by': '[c](c.md)'}, 'Supersedes: b.md')
    expect(told(text, {'specs/b.md': spec({'Superseded by': '[a](a.md)'}), 'specs/c.md': '# C\n'})).toEqual({
      links: [
        {relation: 'supersedes', path: 'specs/b.md', mutual: true, position: '[b](b.md), [c](c.md)'},
        {relation: 'supersedes', path: 'specs/c.md', mutual: false, position: '[b](b.md), [c](c.md)'},
        {relation: 'superseded-by', path: 'specs/c.md', mutual: false, position: '[c](c.md)'},
      ],
    })
  })

  test('is mutual where the other one names it in the row that answers, and of research nothing is told', () => {
    const mutual = (text: string, other: string) => told(text, {'specs/b.md': other})?.links[0]?.mutual
    expect(mutual(spec({'Superseded by': '[b](b.md)'}), spec({Supersedes: '[a](a.md)'}))).toBe(true)
    expect(mutual(spec({'Superseded by': '[b](b.md)'}), spec({'Superseded by': '[a](a.md)'}))).toBe(false)
    expect(mutual(spec({Supersedes: '[b](b.md)'}), spec({Supersedes: '[a](a.md)'}))).toBe(false)
    expect(mutual(spec({'Superseded by': '[b](b.md)'}), spec({Status: 'Superseded by [a](a.md)'}))).toBe(false)
    expect(mutual(spec({Supersedes: '[b](b.md)'}), spec({Status: 'Superseded by [a](a.md)'}))).toBe(true)
    expect(mutual(spec({Supersedes: '[b](b.md)'}), '>'.repeat(200))).toBeUndefined()
    const links = told(spec({Supersedes: '../research/r.md'}), {'research/r.md': research('R')})?.links
    expect(links).toMatchObject([{path: 'research/r.md'}])
    expect(links?.[0]).not.toHaveProperty('mutual')
  })

  test('is not mutual or otherwise where the form has no row that answers', () => {
    const form = readTemplate(
      '<!-- spec-template\nkind: note\nmetadata: {source: list, rows: [{id: supersedes, label: Follows}]}\n-->\n\n# [T]\n\n- Follows: x\n\n## A\n',
    )
    const world = worldOfTexts({'specs/b.md': '# B\n\nSuperseded by: a.md\n'})
    for (const kind of [{name: 'note', template: form}, {name: 'test'}]) {
      const links = factsOf('# A\n\nSupersedes: [b](b.md)\n', {kind, world}).supersession?.links
      expect(links).toMatchObject([{path: 'specs/b.md'}])
      expect(links?.[0]).not.toHaveProperty('mutual')
    }
  })

  test('tells whether the status goes with a successor', () => {
    const status = (rows: Record<string, string>) => told(spec(rows))?.status
    expect(status({Status: 'Approved', 'Superseded by': '[b](b.md)'})).toMatchObject({
      value: 'Approved',
      expected: 'Deprecated',
      fits: false,
    })
    expect(status({Status: 'Deprecated', 'Superseded by': 'the tool of others'})).toMatchObject({fits: true})
    expect(status({Status: 'Approved', 'Superseded by': 'b.md, section 4'})).toBeUndefined()
    expect(status({'Superseded by': '[b](b.md)'})).toBeUndefined()
  })
})

describe('research on the subject that is cited nowhere', () => {
  const relevant = (text: string, paths: string[], path = 'specs/a.md') => {
    const world = worldOfTexts(Object.fromEntries(paths.map(each => [each, '---\ntopic: T\n---\n'])))
    return factsOf(text, {path, world}).research.relevant.map(found => [found.path, found.score, found.reason])
  }
  const dated = (title: string, days = '2026-01-15') =>
    `# ${title}\n\n| Document Metadata | Details |\n| - | - |\n| Created / Last Updated | ${days} |\n`

  test('has most words of its name in the title, those that name no subject aside', () => {
    expect(
      relevant(dated('Disk Growth of Tapes and Libraries'), [
        'research/2026-01-10-disk-growth.md',
        'research/2026-01-11-research-disk-growth-notes.md',
        'research/2026-01-10-disk-growth-tapes-prices.md',
        'research/2026-01-10-disk-growth-prices.md',
        'research/2026-01-10-disk.md',
        'research/2026-01-10-tapes-libraries-disk.md',
      ]),
    ).toEqual([
      ['research/2026-01-10-tapes-libraries-disk.md', 1, 'tape, library, disk'],
      ['research/2026-01-10-disk-growth-tapes-prices.md', 0.75, 'disk, growth, tape'],
      ['research/2026-01-10-disk-growth.md', 1, 'disk, growth'],
    ])
  })

  test('is no later than the document, by its update, its first day or its name', () => {
    const paths = [
      'research/2026-01-14-disk-growth.md',
      'research/2026-01-20-disk-growth.md',
      'research/disk-growth.md',
    ]
    const found = (text: string, path?: string) => relevant(text, paths, path).map(([each]) => each)
    const [early, late, undated] = paths
    expect(found(dated('Disk Growth'))).toEqual([early, undated])
    expect(found(dated('Disk Growth', '2026-01-15 / 2026-01-20'))).toEqual([early, late, undated])
    expect(found('# Disk Growth\n', 'specs/2026-01-15-a.md')).toEqual([early, undated])
    expect(found('# Disk Growth\n')).toEqual([])
    expect(found('Disk Growth\n', 'specs/2026-01-15-a.md')).toEqual([])
  })

  test('by the day that it says itself', () => {
    const world = worldOfTexts({'research/disk-growth.md': '---\ntopic: T\ndate: 2026-01-20\n---\n'})
    expect(factsOf(dated('Disk Growth'), {world}).research.relevant).toEqual([])
  })

  test('is neither cited nor the document, and stands at the row or the title', () => {
    const path = 'research/2026-01-10-disk-growth.md'
    expect(relevant(`${dated('Disk Growth')}\nSee [d](../${path}).\n`, [path])).toEqual([])
    expect(relevant(dated('Disk Growth'), [path], path)).toEqual([])
    const place = (text: string) => {
      const [found] = factsOf(text, {world: worldOfTexts({[path]: ''})}).research.relevant
      return found && at(text, found.position)
    }
    expect(place(dated('Disk Growth'))).toBe('# Disk Growth')
    expect(place(`${dated('Disk Growth')}| Research | of others |\n`)).toBe('of others')
  })

  test('of equal ones the first three by path', () => {
    const paths = ['d', 'b', 'a', 'c'].map(folder => `research/${folder}/2026-01-10-disk-growth.md`)
    expect(relevant(dated('Disk Growth'), paths).map(([path]) => path)).toEqual(
      ['a', 'b', 'c'].map(folder => `research/${folder}/2026-01-10-disk-growth.md`),
    )
  })
})
