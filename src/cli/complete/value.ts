import {type Answer, behind} from './answer.js'

type Source = Extract<Answer['type'], 'files' | 'folders' | 'kinds' | 'rules' | 'settings' | 'statuses' | 'versions'>

/** What a placeholder of the help page stands for. For those that are not here nothing is offered: titles, dates, numbers. */
export const PLACEHOLDERS: Readonly<Record<string, Source>> = {
  FILE: 'files',
  PATH: 'files',
  TEMPLATE: 'files',
  OLD: 'files',
  NEW: 'files',
  // Of "spec research": documents, too.
  QUERY: 'files',
  FOLDER: 'folders',
  KIND: 'kinds',
  RULE: 'rules',
  'ID:SEVERITY': 'settings',
  STATUS: 'statuses',
  VERSION: 'versions',
}

/** What a value, of an option or an argument, may be. */
export function valueAnswer(
  placeholder: string | undefined,
  choices: readonly string[] | undefined,
  typed: string,
  before = '',
): Answer {
  if (choices !== undefined)
    return {
      type: 'words',
      words: behind(
        before,
        choices.map(text => ({text})),
      ),
    }
  const source =
    placeholder !== undefined && Object.hasOwn(PLACEHOLDERS, placeholder) ? PLACEHOLDERS[placeholder] : undefined
  if (source === undefined) return {type: 'words', words: []}
  return source === 'files' || source === 'folders' ? {type: source} : {type: source, typed, before}
}
