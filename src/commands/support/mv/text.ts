import type {LeftReason, MovePlan} from '../../../move/index.js'
import {count, type Palette} from '../../../reporters/index.js'
import {noCommand} from '../../../text/escape.js'
import {printable} from '../../../text/index.js'

const REASONS: Readonly<Record<LeftReason, string>> = {
  ambiguous: 'a name that several bear',
  unwritable: 'the new path cannot be written there',
  code: 'in a block of code',
  html: 'in HTML',
  address: 'in a web address',
  commit: 'as of a commit',
  elsewhere: "in none of the workspace's documents",
  words: 'no citation',
}

/** What a move did, or would do. */
export function moveText(
  {from, to, moved, citing, left}: MovePlan,
  isDry: boolean,
  {palette, show}: {palette: Palette; show(path: string): string},
): string {
  const name = (path: string) => palette.strong(printable(show(path)))
  const number = citing.reduce((sum, {rewrites}) => sum + rewrites.length, 0)
  const own = moved.rewrites.length
  const lines = [`${isDry ? 'Would move' : palette.good('Moved')} ${name(from)} to ${name(to)}`]
  lines.push(`  ${count(number, 'citation')} of it in ${count(citing.length, 'other document')} written anew`)
  for (const {path, rewrites} of citing) lines.push(`    ${printable(show(path))}: ${rewrites.length}`)
  if (own > 0) lines.push(`  ${count(own, 'path')} in itself written anew`)
  const places = left.flatMap(({path, places: all}) =>
    all.map(place => ({...place, path: path === from && !isDry ? to : path})),
  )
  if (places.length > 0) lines.push(`  ${count(places.length, 'place')} that name it not touched`)
  for (const {path, line, text, reason} of places)
    lines.push(`    ${printable(show(path))}:${line}: ${printable(text)} (${REASONS[reason]})`)
  return `${lines.map(noCommand).join('\n')}\n`
}
