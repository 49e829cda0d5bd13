import type {} from 'remark-parse'
import type {Data, Processor} from 'unified'
import {itemAt} from '../../text/index.js'

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[number]>, readonly unknown[]>
type Tokenizer = Construct['tokenize']
type Context = ThisParameterType<Tokenizer>

// What looks for addresses, and first for an open bracket before them: behind one there is none.
const ADDRESSES = new Set<string | undefined>(['emailAutolink', 'protocolAutolink', 'wwwAutolink'])

// Where in the events of a paragraph its open bracket was seen.
const places = new WeakMap<Context, number>()

/**
 * A plugin behind remark-gfm: has it remember the open bracket behind which it reads no addresses. At each word it would go back
 * to it over all that it has read since, so that after one bracket without an end its time grows with the square of the words.
 * What is read stays the same.
 */
export function rememberOpenBrackets(this: Processor): void {
  const extensions = this.data().micromarkExtensions as Extension[]
  for (const {text = {}} of extensions)
    for (const [code, constructs] of Object.entries(text))
      text[code] = [constructs as Construct | Construct[]].flat().map(lookingOnce)
}

function lookingOnce(construct: Construct): Construct {
  if (!ADDRESSES.has(construct.name)) return construct
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const start = construct.tokenize.call(this, effects, ok, nok)
    return code => (isBracketOpen(this) ? nok(code) : start(code))
  }
  return {...construct, tokenize}
}

function isBracketOpen(context: Context): boolean {
  const known = places.get(context)
  if (known !== undefined && isOpenAt(context, known)) return true
  const found = lastOpen(context)
  if (found !== undefined) places.set(context, found)
  return found !== undefined
}

function lastOpen(context: Context): number | undefined {
  const {events} = context
  for (let index = events.length - 1; index >= 0; index--) {
    if (isOpenAt(context, index)) return index
    // The extension marks how far it has looked and found none.
    if ('_gfmAutolinkLiteralWalkedInto' in itemAt(events, index)[1]) return undefined
  }
  return undefined
}

// What closes takes events away, so another may stand there by now.
function isOpenAt({events}: Context, index: number): boolean {
  const token = events[index]?.[1]
  return (token?.type === 'labelLink' || token?.type === 'labelImage') && token._balanced !== true
}
