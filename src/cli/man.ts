import type {OptionSpecs} from '../commands/index.js'
import {type Page, type Rows, termOf} from './help.js'
import {GLOBAL} from './options.js'
import {bold, italic, request, roff} from './roff.js'

/** What a manual page says that a help page does not. */
export interface ManPage extends Page {
  examples: Rows
  /** "spec-lint" */
  name: string
  /** A few words: what "apropos" shows. */
  caption: string
  version: string
  /** Names of other pages. */
  seeAlso: readonly string[]
}

const STATUS = /^Exit status: /

/** A manual page of section 1, in the language of man(7), made of the same data as the text of `--help`. */
export function manText(page: ManPage, options: OptionSpecs): string {
  const more = page.more ?? []
  const notes = more.filter(words => !STATUS.test(words))
  const status = more.filter(words => STATUS.test(words)).map(words => words.replace(STATUS, ''))
  const parts = [
    ['.\\" Made by scripts/generate-man.mjs from src/commands. Do not edit.'],
    [request('TH', page.name.toUpperCase(), '1', '', `specwright ${page.version}`, 'specwright')],
    section('NAME', [`${roff(page.name)} \\- ${roff(page.caption)}`]),
    section('SYNOPSIS', [synopsis(page.usage)]),
    section('DESCRIPTION', [roff(page.description)]),
    section('COMMANDS', rows(page.commands ?? [], bold)),
    section('ARGUMENTS', rows(page.arguments ?? [], italic)),
    section('OPTIONS', optionRows(options)),
    section('OPTIONS OF EVERY COMMAND', optionRows(GLOBAL)),
    section('EXIT STATUS', paragraphs(status)),
    section('NOTES', paragraphs(notes)),
    section('EXAMPLES', page.examples.flatMap(example)),
    section('SEE ALSO', [page.seeAlso.map(name => `${bold(name)}(1)`).join(', ')]),
  ]
  return `${parts.flat().join('\n')}\n`
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [request('SH', heading), ...lines]
}

// What is to be typed as it stands is bold, what stands for something else is in italics.
function synopsis(usage: string): string {
  return usage
    .split(' ')
    .map(word => (/[A-Z]{2}/.test(word) ? italic(word) : bold(word)))
    .join(' ')
}

function rows(list: Rows, style: (text: string) => string): string[] {
  return list.flatMap(([name, words]) => ['.TP', style(name), roff(words)])
}

function optionRows(options: OptionSpecs): string[] {
  return Object.entries(options).flatMap(([name, spec]) => {
    const {words, value} = termOf(name, spec)
    return ['.TP', [bold(words), ...(value === undefined ? [] : [italic(value)])].join(' '), roff(spec.describe)]
  })
}

function example([line, what]: readonly [string, string, ...unknown[]]): string[] {
  return ['.PP', `${roff(what)}:`, '.PP', '.RS 4', '.EX', roff(line), '.EE', '.RE']
}

function paragraphs(texts: readonly string[]): string[] {
  return texts.flatMap(text => ['.PP', roff(text)])
}
