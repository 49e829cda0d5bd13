import {describe, expect, test} from 'vitest'
import {done, inVersion, kindOf, told} from './support.js'

const TABLE = `| Document Metadata | Details |
| --- | --- |
| Author(s) | Ada |
| Status | Draft (WIP) |

`
const spec = (body: string) => `# Seats Technical Design Document / RFC\n\n${TABLE}${body}`

describe('from version 1 of the RFC to 2', () => {
  const text = spec(
    '## 1. Executive Summary\n\nAs [section 8](#8-migration-rollout-and-testing) says, see §8.1.\n\n## 8. Migration, Rollout, and Testing\n\n### 8.1 Deployment Strategy\n\nOne region a day.\n',
  )

  test('section 8 is renamed, links to it follow, the comment says the version; nothing else changes', () => {
    const migration = done(text, 2)
    expect(migration.text).toBe(
      `${text.replace('#8-migration-rollout-and-testing', '#8-test-plan').replace('## 8. Migration, Rollout, and Testing', '## 8. Test Plan')}\n<!-- spec: rfc v2 -->\n`,
    )
    expect(told(migration)).toEqual([
      'renamed section 8. Migration, Rollout, and Testing => 8. Test Plan',
      'optional section Backwards Compatibility',
    ])
    expect(migration.anchors).toEqual([{from: '8-migration-rollout-and-testing', to: '8-test-plan'}])
    expect(migration.from).toBe(1)
  })

  test('links by labels to its own headings follow', () => {
    const own = spec(
      '## 1. Executive Summary\n\nSee [the end][e] and [e].\n\n[e]: <#8-Migration-Rollout-and-Testing> "E"\n\n## 8. Migration, Rollout, and Testing\n\nSo.\n',
    )
    const {text: now} = done(own, 2)
    expect(now).toContain('[e]: <#8-test-plan> "E"')
  })

  test('links that say the title say the new one, as in a table of contents; other words stay', () => {
    const own = spec(
      '8. [Migration, Rollout, and Testing](#8-migration-rollout-and-testing)\n\n- [§8: migration, rollout, and testing](#8-Migration-Rollout-and-Testing)\n- [8. Migration, Rollout, and Testing](#8-migration-rollout-and-testing)\n- [How it is tested](#8-migration-rollout-and-testing)\n- [*Migration*, Rollout, and Testing](#8-migration-rollout-and-testing)\n- [**8. Migration, Rollout, and Testing**](#8-migration-rollout-and-testing)\n- [`8. Migration, Rollout, and Testing`](#8-migration-rollout-and-testing)\n- [Migration, Rollout, and Testing][e] and [Migration, Rollout, and Testing][]\n- [Migration, Rollout, and Testing](old.md)\n\n[e]: #8-migration-rollout-and-testing\n[Migration, Rollout, and Testing]: #8-migration-rollout-and-testing\n\n## 8. Migration, Rollout, and Testing\n\nSo.\n',
    )
    expect(done(own, 2).text).toBe(
      spec(
        '8. [Test Plan](#8-test-plan)\n\n- [§8: Test Plan](#8-test-plan)\n- [8. Test Plan](#8-test-plan)\n- [How it is tested](#8-test-plan)\n- [*Migration*, Rollout, and Testing](#8-test-plan)\n- [**8. Test Plan**](#8-test-plan)\n- [`8. Test Plan`](#8-test-plan)\n- [Test Plan][e] and [Migration, Rollout, and Testing][]\n- [Migration, Rollout, and Testing](old.md)\n\n[e]: #8-test-plan\n[Migration, Rollout, and Testing]: #8-test-plan\n\n## 8. Test Plan\n\nSo.\n\n<!-- spec: rfc v2 -->\n',
      ),
    )
  })

  test('links in HTML are told', () => {
    const own = spec(
      'See <a class="x" href="#8-migration-rollout-and-testing">below</a>, <a href="#top">top</a>.\n\n<p>\n<a href=#8-Migration-Rollout-and-Testing>x</a>\n</p>\n\n## 8. Migration, Rollout, and Testing\n\nSo.\n',
    )
    const {left, text: now} = done(own, 2)
    const at = own.split('\n').findIndex(line => line.startsWith('See')) + 1
    expect(left).toEqual([
      {line: at, text: '#8-migration-rollout-and-testing', to: '#8-test-plan'},
      {line: at + 3, text: '#8-Migration-Rollout-and-Testing', to: '#8-test-plan'},
    ])
    expect(now).toContain('href="#8-migration-rollout-and-testing"')
  })

  test('where another section bears the new title already, both stay as they are', () => {
    const own = spec('## 8. Migration, Rollout, and Testing\n\nSo.\n\n## 9. Test Plan\n\nSo.\n')
    const migration = done(own, 2)
    expect(migration.text).toBe(`${own}\n<!-- spec: rfc v2 -->\n`)
    expect(told(migration)).toEqual([
      'kept section 8. Migration, Rollout, and Testing => 8. Test Plan (another one is called so already)',
      'optional section Backwards Compatibility',
    ])
    expect(done(migration.text, 2)).toMatchObject({text: migration.text, parts: []})
  })

  test('a second time nothing is left to do, and back it is what it was', () => {
    const {text: second} = done(text, 2)
    expect(done(second, 2)).toMatchObject({text: second, from: 2, parts: []})
    const {text: back} = done(second, 1)
    expect(back).toBe(`${text}\n<!-- spec: rfc v1 -->\n`)
    expect(done(done(back, 2).text, 1).text).toBe(back)
  })

  test('what bears the new title already, or another that version 2 knows, keeps it', () => {
    for (const heading of ['## 8. Test Plan', '## 7. Testing', '## TESTING', '## Test plan (unit tests only)']) {
      const own = spec(`${heading}\n\nAll of it.\n`)
      expect(done(own, 2).text, heading).toBe(`${own}\n<!-- spec: rfc v2 -->\n`)
    }
  })

  test.each([
    ['## Migration, rollout, and testing', '## Test Plan'],
    ['## 8. Migration, Rollout, and Testing (in two regions)', '## 8. Test Plan (in two regions)'],
    ['## 8. Migration, Rollout, and Testing ##', '## 8. Test Plan ##'],
    ['## 8. *Migration, Rollout, and Testing*', '## 8. *Test Plan*'],
    ['## 8. Migration, **Rollout**, and Testing', '## 8. Test Plan'],
    ['8\\. Migration, Rollout, and Testing\n---', '8\\. Test Plan\n---'],
  ])('%s', (before, after) => {
    expect(done(spec(`${before}\n\nSo.\n`), 2).text).toContain(`\n${after}\n\nSo.\n`)
  })

  test('line endings, a byte order mark and the lack of a final newline stay', () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n').trimEnd()}`
    const {text: now} = done(windows, 2)
    expect(now).toBe(`\uFEFF${done(text, 2).text.replaceAll('\n', '\r\n').trimEnd()}`)
    expect(now.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(done(`${text}\n\n\n`, 2).text).toBe(`${done(text, 2).text}\n\n\n`)
  })

  test('a comment that is there is the one that says it; equal ones go with it', () => {
    const {text: now} = done(`${text}\n<!-- spec: rfc v1 -->\n\n## More\n\nSo.\n\n<!--  spec:  rfc  v1  -->\n`, 2)
    expect(now).toContain('\n<!-- spec: rfc v2 -->\n\n## More')
    expect(now.endsWith('\n<!--  spec:  rfc  v2  -->\n')).toBe(true)
  })

  test('a form that nobody has filled in is that of version 2', () => {
    const empty =
      '## 8. Migration, Rollout, and Testing\n\n### 8.1 Deployment Strategy\n\n- [ ] Phase 1:\n\n### 8.3 Test Plan\n\n- **Unit Tests:** TBD\n'
    const migration = done(spec(empty), 2)
    expect(migration.text).toContain(
      '## 8. Test Plan\n\n- **Unit Tests:**\n- **Integration Tests:**\n- **End-to-End Tests:**\n\n<!-- spec',
    )
    expect(told(migration)).toContain('renewed section 8. Test Plan')
    for (const words of ['- [x] Phase 1:', 'N/A', '<!-- Ada asks Bob -->', '![a](b.png)', '### 8.4 Bob', '***'])
      expect(told(done(spec(`${empty}\n${words}\n`), 2)), words).not.toContain('renewed section 8. Test Plan')
    // Nothing was to be filled in: nothing comes to stand there.
    expect(told(done(spec('## 8. Migration, Rollout, and Testing\n'), 2))).not.toContain('renewed section 8. Test Plan')
  })

  test('a form that something leads into stays', () => {
    const empty = '## 8. Migration, Rollout, and Testing\n\n### 8.1 Deployment Strategy\n\n- [ ] Phase 1:\n'
    const cites = '## 1. Executive Summary\n\nSee §8.1.\n\n'
    expect(told(done(spec(cites + empty), 2))).not.toContain('renewed section 8. Test Plan')
    expect(told(done(spec(empty), 2, undefined, ['81-deployment-strategy']))).not.toContain(
      'renewed section 8. Test Plan',
    )
  })
})

describe('what cannot be migrated', () => {
  const why = (text: string, kind?: Parameters<typeof inVersion>[2]) => {
    const migration = inVersion(text, 2, kind)
    return migration.ok ? undefined : migration.reason
  }

  test('a text that is no document of the kind', () => {
    expect(why('')).toBe('it has neither metadata nor sections of its template')
    expect(why('# Notes\n\n## Today\n\nIt rained.\n')).toBe('it has neither metadata nor sections of its template')
  })

  test('one whose comment no version is known of', () => {
    expect(why(spec('<!-- spec: rfc v9 -->\n'))).toBe('"rfc v9" is no version that is known: correct the comment')
    expect(why(spec('<!-- spec: rfc latest -->\n'))).toMatch(/^"rfc latest" is no version/)
  })

  test('one of an older version than all that are kept', () => {
    const form = (version: number) => `<!-- spec-template\nversion: ${version}\n-->\n\n# [Name]\n\n## Why\n\nTBD\n`
    const kept = kindOf('note', form(2), form(3))
    expect(why('# A\n\n## Why\n\nSo.\n\n<!-- spec: note v1 -->\n', kept)).toMatch(
      /^it was made from "note v1", whose template/,
    )
  })

  test('one that ends in a fence or a comment without an end', () => {
    for (const end of ['```sh\nls\n', '<!-- to be continued\n'])
      expect(why(spec(`## 1. Executive Summary\n\nSo.\n\n${end}`))).toMatch(
        /a fence, a comment or HTML there is not closed/,
      )
  })

  test('one that nests too deep', () => {
    expect(why(`${'> '.repeat(200)}a\n`)).toMatch(/deep/)
  })
})
