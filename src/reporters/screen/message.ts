import type {Message, Related} from '../../lint/index.js'
import {printable} from '../../text/printable.js'
import {fixWords} from '../words/fix.js'
import {unsaidSuggestions} from '../words/suggestions.js'
import {grouped} from './groups.js'
import {type Place, placeLines} from './place.js'
import {type Sheet, safe} from './sheet.js'
import {lastNumber} from './snippet.js'
import {wrap} from './wrap.js'

/** A message, or something said of a file in the same manner without a rule behind it. */
export type Notice = Omit<Message, 'ruleId' | 'schemaPath' | 'accused' | 'fingerprint'> & {ruleId?: string}

// Of many related places the first tell enough.
const MOST_RELATED = 8

/** Messages as blocks of lines. Neighbours that differ in nothing but their words share one block. */
export function messageBlocks(messages: readonly Notice[], sheet: Sheet): string[][] {
  const alike = ({reason: _, expected: _expected, actual: _actual, fix, ...rest}: Notice) =>
    JSON.stringify({...rest, fix: fix && fixWords(fix), schemaPath: undefined})
  return grouped(messages, alike).map(group => blockLines(group, sheet))
}

// What is wrong, where, the source with marks, the places that belong to it, and what to do.
function blockLines(messages: readonly [Notice, ...Notice[]], sheet: Sheet): string[] {
  const [message] = messages
  const related = message.related?.slice(0, MOST_RELATED) ?? []
  const more = (message.related?.length ?? 0) - related.length
  const gutter = String(Math.max(...[message, ...related].map(place => lastNumber(place.range)))).length
  return [
    ...messages.flatMap(each => headLines(each, sheet)),
    ...placesOf(message, related, sheet).flatMap(place => placeLines(place, gutter, sheet)),
    ...(more > 0 ? [adviceLine(gutter, sheet, `and ${more} more ${more === 1 ? 'place' : 'places'}`)] : []),
    ...adviceLines(message, gutter, sheet),
  ]
}

// Related places at one range are told together, and those at the message's own without its lines once more.
function placesOf(message: Notice, related: readonly Related[], {palette}: Sheet): Place[] {
  const key = ({path, range: {start, end}}: {path?: string; range: Related['range']}) =>
    `${path ?? ''} ${start.offset} ${end.offset}`
  const own = key({range: message.range})
  return [
    {range: message.range, words: [], mark: '^', paint: palette[message.severity], shown: true},
    ...grouped(related, key).map(
      (group): Place => ({
        ...(group[0].path === undefined ? {} : {path: group[0].path}),
        range: group[0].range,
        words: group.map(({reason}) => safe(reason)),
        mark: '-',
        paint: palette.related,
        // What is missing has no text of its own to be marked.
        shown: key(group[0]) !== own && group[0].range.start.offset < group[0].range.end.offset,
      }),
    ),
  ]
}

function headLines({severity, ruleId, reason, url}: Notice, {columns, palette, link}: Sheet): string[] {
  const label = ruleId === undefined ? severity : `${severity}[${printable(ruleId)}]`
  const [first = '', ...rest] = wrap(`${label}: ${safe(reason)}`, columns, '  ')
  const head = palette[severity](label)
  return [
    (url === undefined || !link ? head : link(head, url)) + palette.strong(first.slice(label.length)),
    ...rest.map(palette.strong),
  ]
}

function adviceLines(notice: Notice, gutter: number, sheet: Sheet): string[] {
  const {help, fix, url} = notice
  const lines: string[] = []
  const add = (label: string, words: string) => lines.push(adviceLine(gutter, sheet, words, label))
  const unsaid = unsaidSuggestions(notice)
  if (unsaid.length > 0) add('did you mean', `${unsaid.map(safe).join(' or ')}?`)
  if (help !== undefined) add('help', safe(help))
  if (fix) add('fix', safe(fixWords(fix)))
  if (url !== undefined) add('see', safe(url))
  return lines
}

function adviceLine(gutter: number, {columns, palette}: Sheet, words: string, label?: string): string {
  const margin = ' '.repeat(gutter + 1)
  const head = label === undefined ? '' : `${label}: `
  const [first = '', ...rest] = wrap(head + words, columns - gutter - 3)
  const painted = palette.strong(first.slice(0, head.length)) + first.slice(head.length)
  return [`${margin}${palette.quiet('=')} ${painted}`, ...rest.map(line => `${margin}  ${line}`)].join('\n')
}
