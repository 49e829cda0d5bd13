import {percentEncoded} from './paths.js'
import {ORDER, printable} from './printable.js'

// A zero-width space: looks like nothing, and keeps apart what would be read as one. `printable` leaves none in a text.
const BREAK = '\u200B'

/**
 * A line that no CI runner takes for an order: one that begins with "::" is a workflow command of GitHub's, and "##[" counts
 * anywhere.
 */
export function noCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\u{3a}').replace(ORDER, '##$1\\u{5b}')
}

/** Lines as the message of a workflow command. */
export function commandMessage(lines: readonly string[]): string {
  return lines.map(printable).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A')
}

/** A text as a property of a workflow command. */
export function commandProperty(text: string): string {
  return commandMessage([text]).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** A text in XML, in an element as in an attribute. What XML cannot hold at all is printed by its number. */
export function xmlText(text: string): string {
  return printable(text)
    .replace(/[\uFFFE\uFFFF]/g, sign => `\\u{${sign.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}

/**
 * A text as one line of Markdown that shows it and does nothing: no markup, no HTML, no link, no table cell ends, nobody is
 * mentioned and no issue is referred to, on GitHub and on GitLab.
 */
export function markdownText(text: string): string {
  return apart(printable(text))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\|/g, '&#124;')
    .replace(/[\\`*_[\]~$]/g, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/^[-+=#]/, '\\$&')
    .replaceAll(BREAK, '&#8203;')
}

// A backslash does not help against these: they are looked for in the finished text.
function apart(text: string): string {
  return text
    .replace(/@(?=[\p{L}\p{N}])|[#!](?=\d)|GH-(?=\d)|www(?=\.)/giu, `$&${BREAK}`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${BREAK}`)
}

/**
 * A text as a cell of a table in a page of a repository, where nobody is mentioned and nothing is referred to: it shows as it is, and
 * stays as readable as can be. A backslash stands only before what would be markup.
 */
export function markdownCell(text: string): string {
  return printable(text.trim().replace(/\s+/g, ' '))
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '&amp;')
    .replace(/[\\`*[\]<|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
}

/** A text as code in Markdown, which shows it as it is; where code cannot hold it (a table's bar, say), as text. */
export function markdownCode(text: string): string {
  const shown = printable(text)
  return /[`|\\]|^\s|\s$|^$/.test(shown) ? markdownText(text) : `\`${shown}\``
}

/**
 * A text for tools that may show it as it is or as Markdown: it looks the same in both, nobody is mentioned, no issue is
 * referred to, and nothing is taken for HTML.
 */
export function inertText(text: string): string {
  return printable(text).replace(/@(?=[\p{L}\p{N}])|[#!](?=\d)|<(?=[\p{L}!?/])/gu, `$&${BREAK}`)
}

/** A text as the message of SARIF, in which `[…](…)` is a link and `{0}` a placeholder. */
export function sarifText(text: string): string {
  return printable(text)
    .replaceAll('](', '\\](')
    .replace(/\{(\d+)\}/g, '{{$1}}')
}

/** A path, with "/", as a reference in a URI. One that is absolute becomes a `file:` address. */
export function pathUri(path: string): string {
  const encoded = path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(step => encodeURIComponent(step).replace(/[!'()*]/g, percentEncoded))
    .join('/')
  const drive = /^[A-Za-z]:\//.test(path)
  if (drive) return `file:///${encoded.replace('%3A', ':')}`
  return path.startsWith('/') ? `file://${encoded}` : encoded
}
