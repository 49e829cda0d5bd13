import type {Fix} from '../../src/fixes/index.js'
import {mend} from '../../src/lint/mend/index.js'
import type {Message} from '../../src/lint/types.js'
import {linesOf} from '../../src/markdown/index.js'

/** A message as a test tells it. */
export interface Told {
  /** What is accused: the first of it that stands in the text, or that from an offset on. */
  word: string
  from?: number
  rule?: string
  related?: number[]
  /** The document that all of `related` stands in: another one. */
  elsewhere?: string
  fix?: {edits: [start: number, end: number, by: string][]; region?: [number, number]; safe?: boolean; last?: true}
}

export type Mend = NonNullable<Told['fix']>

/** A check that tells of a text what is given for it, whatever the order. */
export const checkBy = (tell: (text: string) => Told[]) => async (text: string) => {
  const lines = linesOf(text)
  const range = (start: number, end: number) => ({start: lines.pointAt(start), end: lines.pointAt(end)})
  return tell(text)
    .map(({word, from = 0, rule = 'rule', related, elsewhere: path, fix}): Message => {
      const at = text.indexOf(word, from)
      const made: Fix | undefined = fix && {
        title: 'Mend',
        safe: fix.safe ?? true,
        edits: fix.edits.map(([start, end, by]) => ({range: range(start, end), text: by})),
        ...(fix.region && {region: range(...fix.region)}),
        ...(fix.last && {last: true}),
      }
      return {
        ruleId: rule,
        severity: 'error',
        reason: word,
        range: range(at, at + word.length),
        schemaPath: '',
        accused: {section: '', content: word},
        fingerprint: `${rule} ${at}`,
        ...(related && {
          related: related.map(each => ({range: range(each, each), reason: 'x', ...(path !== undefined && {path})})),
        }),
        ...(made && {fix: made}),
      }
    })
    .sort((a, b) => a.range.start.offset - b.range.start.offset)
}

/** What becomes of a text in which a check tells these messages. */
export async function mended(text: string, tell: (text: string) => Told[], unsafe = false) {
  const done = await mend(text, {check: checkBy(tell), unsafe})
  if (!done) throw new Error('It was not checked')
  const words = (messages: readonly Message[]) => messages.map(({reason}) => reason)
  return {
    text: done.text,
    passes: done.passes.map(fixes => fixes.length),
    mended: words(done.mended),
    withdrawn: words(done.withdrawn),
    left: words(done.left),
  }
}

/** A word that is to be another one, wherever it stands first. */
export const wrong = (text: string, word: string, by: string, more: Partial<Told> = {}): Told[] => {
  const at = text.indexOf(word, more.from)
  return at < 0 ? [] : [{word, fix: {edits: [[at, at + word.length, by]]}, ...more}]
}
