import {wordsOfFixes} from '../fixes/words.js'
import {type Explanation, explanations} from '../generated/explanations.js'
import {clipped, count, fixOption, type Palette, wrap} from '../reporters/index.js'
import {printable} from '../text/printable.js'
import {configsIn} from '../workspace/config/find.js'
import {findRoot} from '../workspace/root.js'
import {define} from './support/define.js'
import {paletteOf} from './support/palette.js'
import {severityWords} from './support/severity.js'
import {didYouMean, UsageError} from './support/usage.js'
import type {Context} from './types.js'

export const command = define({
  usage: 'explain RULE',
  description:
    'Tells of one rule what it asks for and why, shows a document that fails and one that passes, and on how many real ' +
    'documents it fires and how often rightly. Of a rule of your own kinds, what its schema says.',
  arity: [1, 1],
  arguments: [['RULE', 'The name of a rule, as it stands in a report; "spec rules" lists them']],
  options: {},
  examples: [['spec explain dead-citation', 'What is behind a message']],
  run: async ([name = ''], _values, context) => {
    const explanation = Object.hasOwn(explanations, name) ? explanations[name] : undefined
    const palette = paletteOf(context.colour)
    if (!explanation) {
      // Nothing of the workspace is loaded for a rule that comes with us, where no config says anything.
      const {ownRules, ownRuleText} = await import('./support/own-rules.js')
      const own = await ownRules(context)
      const rule = own.get(name)
      if (rule) {
        context.print(`${ownRuleText(rule, context.columns, palette)}${await configuredText(name, context)}`)
        return 0
      }
      const hint = didYouMean(name, [...Object.keys(explanations), ...own.keys()])
      throw new UsageError(`Unknown rule "${name}"${hint === '' ? ', see "spec rules"' : hint}`)
    }
    context.print(`${explanationText(explanation, context.columns, palette)}${await configuredText(name, context)}`)
    return 0
  },
})

function fixesText(names: readonly string[]): string {
  const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
  return wordsOfFixes(names)
    .map(kind => `"spec lint ${fixOption(kind)}" mends it: it ${lower(kind.does)}.`)
    .join(' ')
}

async function configuredText(id: string, context: Context): Promise<string> {
  if (context.root === undefined && configsIn(findRoot(context.cwd)).length === 0) return ''
  const {configuredWords} = await import('./support/own-rules.js')
  const words = await configuredWords(id, context)
  return words === '' ? '' : `\n${wrap(printable(words), context.columns).join('\n')}\n`
}

/** All that is known of a rule that comes with us. */
export function explanationText(rule: Explanation, columns: number, palette: Palette): string {
  const heading = (words: string) => palette.strong(words)
  const prose = (words: string) => wrap(words, columns).join('\n')
  const parts = [
    prose(`${rule.id}: ${severityWords(rule.severity)}`).replace(rule.id, heading),
    prose(`${rule.title}.`),
    prose(rule.description),
    `${heading('A document that fails')}\n\n${documentText(rule.fails, columns, palette)}\n\n${messagesText(rule, columns)}`,
    `${heading('A document that passes')}\n\n${documentText(rule.passes, columns, palette)}`,
    ...(rule.fix === undefined ? [] : [prose(fixesText([rule.fix].flat()))]),
    prose(hitsText(rule.hits)),
    ...(rule.explains.length === 0 ? [] : [prose(explainsText(rule.explains.filter(id => id !== rule.id)))]),
  ]
  return `${parts.join('\n\n')}\n`
}

function documentText(text: string, columns: number, palette: Palette): string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const gutter = String(lines.length).length
  return lines
    .map((line, index) => {
      const number = palette.quiet(`  ${String(index + 1).padStart(gutter)} │`)
      return line === '' ? number : `${number} ${clipped(printable(line), columns - gutter - 5)}`
    })
    .join('\n')
}

function messagesText({messages}: Explanation, columns: number): string {
  return messages
    .map(({line, column, severity, reason, help}) => {
      const words = wrap(printable(`  ${line}:${column} ${severity}: ${reason}`), columns, '    ')
      return [...words, ...(help === undefined ? [] : wrap(printable(`    help: ${help}`), columns, '    '))].join('\n')
    })
    .join('\n')
}

function hitsText(hits: Explanation['hits']): string {
  if (!hits) return 'On real documents it was not measured.'
  const {documents, of, files, messages, judged, right} = hits
  if (files === 0) return `It fires on none of ${of} real ${documents}.`
  const fires = `It fires on ${files} of ${of} real ${documents} (${count(messages, 'message')})`
  if (judged === 0) return `${fires}; whether rightly was not judged.`
  const share = right === judged ? (judged === 1 ? 'it is right' : 'all are right') : `${right} are right`
  return judged === messages ? `${fires}; ${share}.` : `${fires}; of ${judged} that were judged ${share}.`
}

function explainsText(ids: readonly string[]): string {
  return ids.includes('*')
    ? 'It takes in the messages of all other rules, where they follow from it.'
    : `It takes in the messages of ${ids.join(', ')}, where they follow from it.`
}
