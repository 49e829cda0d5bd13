import {UNSET} from './metadata.js'
import type {FilledValue} from './types.js'

/** What the author does now. `path` as the author would type it. */
export function nextSteps(
  path: string,
  values: readonly FilledValue[],
  questions: number,
  {table, lintOptions}: {table: boolean; lintOptions: readonly string[]},
): string[] {
  const missing = values.filter(({value}) => value === UNSET).map(({field}) => field)
  const command = ['spec', 'lint', ...lintOptions, path].map(shellWord).join(' ')
  return [
    ...(missing.length > 0
      ? [
          `Fill in the ${missing.join(' and the ')} in the ${table ? 'table' : 'metadata'} (${missing.map(field => `--${field}`).join(' and ')} next time).`,
        ]
      : []),
    `Fill in ${path}: every ${UNSET}, and the labels, tables and diagrams that are blank.`,
    ...(questions > 0 ? ['Settle the open questions with those who can answer them, and tick them.'] : []),
    `See what is left: ${command}`,
  ]
}

function shellWord(word: string): string {
  return /^[\w./@:=+-]+$/.test(word) ? word : `"${word.replace(/(["\\$`])/g, '\\$1')}"`
}
