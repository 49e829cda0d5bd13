import {describe, expect, test} from 'vitest'
import type {Fix} from '../../src/fixes/index.js'
import {mend} from '../../src/lint/mend/index.js'
import type {Message} from '../../src/lint/types.js'
import {linesOf} from '../../src/markdown/index.js'

type Rule = (
  text: string,
) => {at: number; length: number; fix?: Partial<Fix> & {by: string; from?: number; to?: number}}[]

/** Messages of rules that look for words. */
function checkedBy(...rules: [string, Rule][]): (text: string) => Promise<Message[]> {
  return async text => {
    const lines = linesOf(text)
    const range = (start: number, end: number) => ({start: lines.pointAt(start), end: lines.pointAt(end)})
    return rules
      .flatMap(([ruleId, rule]) =>
        rule(text).map(({at, length, fix}, index): Message => {
          const {by = '', from = at, to = at + length, ...more} = fix ?? {}
          return {
            ruleId,
            severity: 'error',
            reason: `Unexpected ${text.slice(at, at + length)}`,
            range: range(at, at + length),
            schemaPath: '',
            accused: {section: '', content: text.slice(at, at + length)},
            fingerprint: `${ruleId} ${index}`,
            ...(fix && {fix: {title: `Write ${by}`, safe: true, edits: [{range: range(from, to), text: by}], ...more}}),
          }
        }),
      )
      .sort((a, b) => a.range.start.offset - b.range.start.offset)
  }
}

const word =
  (pattern: RegExp, fix?: (match: string, at: number) => ReturnType<Rule>[number]['fix']): Rule =>
  text =>
    [...text.matchAll(pattern)].map(({0: match, index}) => {
      const made = fix?.(match, index)
      return {at: index, length: match.length, ...(made && {fix: made})}
    })

const typos = word(/teh/g, () => ({by: 'the'}))

describe('mend', () => {
  test('applies what does not touch, and keeps mark, endings and the rest', async () => {
    const done = await mend('\uFEFFteh a\r\n\r\nteh b', {check: checkedBy(['typo', typos])})
    expect(done).toMatchObject({text: '\uFEFFthe a\r\n\r\nthe b', withdrawn: [], left: []})
    expect(done?.mended.map(({range}) => range.start.line)).toEqual([1, 3])
  })
  test('leaves unsafe fixes until they are asked for, and messages that are not wanted', async () => {
    const check = checkedBy(['typo', word(/teh/g, () => ({by: 'the', safe: false}))])
    expect((await mend('teh', {check}))?.text).toBe('teh')
    expect((await mend('teh', {check, unsafe: true}))?.text).toBe('the')
    expect((await mend('teh', {check, unsafe: true, wants: () => false}))?.text).toBe('teh')
  })
  test('of two fixes of one place the first is applied, the other in the second pass', async () => {
    const check = checkedBy(['a', typos], ['b', word(/teh x|the x/g, match => ({by: `${match.slice(0, 3)} y`}))])
    const done = await mend('teh x', {check})
    expect([done?.text, done?.passes.length]).toEqual(['the y', 2])
  })
  test('what one rule puts in at one place comes in order', async () => {
    const missing =
      (name: string): Rule =>
      text =>
        text.includes(name) ? [] : [{at: 1, length: 0, fix: {by: `\n\n${name}`, region: undefined as never}}]
    const rule: Rule = text =>
      ['## B', '## C']
        .flatMap(name => missing(name)(text))
        .map(each => ({...each, fix: {by: each.fix?.by ?? '', region: linesOf(text).rangeOf(1)}}))
    const done = await mend('a\n', {check: checkedBy(['missing', rule])})
    expect(done?.text).toBe('a\n\n## B\n\n## C\n')
  })
  test('one edit may mend several messages', async () => {
    const first = word(/x/g, () => ({by: 'y', from: 0, to: 1}))
    const done = await mend('x x', {check: checkedBy(['once', text => (text.startsWith('x') ? first(text) : [])])})
    expect([done?.text, done?.mended.length]).toEqual(['y x', 2])
  })
  test('withdraws an edit that does not remove its message, or brings another, and keeps those beside it', async () => {
    const useless = word(/bad\w*/g, match => ({by: `${match}er`}))
    const harmful = word(/foul/g, () => ({by: 'awful'}))
    const check = checkedBy(['typo', typos], ['useless', useless], ['harmful', harmful], ['other', word(/awful/g)])
    const done = await mend('teh bad foul teh', {check})
    expect(done?.text).toBe('the bad foul the')
    expect(done?.withdrawn.map(({ruleId}) => ruleId)).toEqual(['useless', 'harmful'])
  })
  test('withdraws an edit that makes the rest read otherwise', async () => {
    const check = checkedBy(['open', word(/start/g, () => ({by: '```'}))], ['typo', typos])
    const done = await mend('start\n\nteh end\n', {check})
    expect([done?.text, done?.withdrawn.length]).toEqual(['start\n\nthe end\n', 1])
  })
  test('other messages may come in what a fix says that it uncovers, and are mended in the second pass', async () => {
    const check = checkedBy(
      [
        'hidden',
        text =>
          text.startsWith('```\n') && !text.includes('\n```\n')
            ? [
                {
                  at: 0,
                  length: 3,
                  fix: {
                    by: '```\n\n',
                    from: 4,
                    to: 4,
                    region: {start: linesOf(text).pointAt(0), end: linesOf(text).pointAt(text.length)},
                  },
                },
              ]
            : [],
      ],
      ['typo', text => (text.includes('```\n```\n\n') || text.includes('```\n\nteh') ? typos(text) : [])],
    )
    const done = await mend('```\nteh\n', {check})
    expect(done?.passes.length).toBe(2)
    expect(done?.text).toBe('```\n```\n\nthe\n')
  })
  test('what one rule puts in at several places comes at each, and at the edge of another edit waits for the next pass', async () => {
    const marked = word(/a(?!!)/g, (_, at) => ({by: '!', from: at + 1, to: at + 1}))
    expect((await mend('a b a', {check: checkedBy(['mark', marked])}))?.text).toBe('a! b a!')
    const done = await mend('teh a', {
      check: checkedBy(['mark', word(/teh(?!!)/g, (_, at) => ({by: '!', from: at + 3, to: at + 3}))], ['typo', typos]),
    })
    expect([done?.text, done?.passes.length]).toEqual(['the! a', 2])
  })
  test('withdraws an edit that would nest the text too deep to be read', async () => {
    const done = await mend('dig', {check: checkedBy(['deep', word(/dig/g, () => ({by: `${'>'.repeat(200)} dug`}))])})
    expect([done?.text, done?.withdrawn.length]).toEqual(['dig', 1])
  })
  test('a text that cannot be checked is not mended', async () => {
    expect(await mend('a', {check: async () => undefined})).toBeUndefined()
    const breaks = checkedBy(['typo', typos])
    const done = await mend('teh', {check: async text => (text === 'teh' ? breaks(text) : undefined)})
    expect([done?.text, done?.withdrawn.length]).toEqual(['teh', 1])
  })
})
