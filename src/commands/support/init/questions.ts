import {rethrowUnless} from '../../../text/index.js'
import type {Context} from '../../types.js'
import {oneOf, UsageError} from '../usage.js'
import {CIS} from './ci.js'
import {HOOKS} from './hooks.js'
import type {Choices} from './types.js'

/** Asks for what was not said; an empty answer takes what is proposed. Without a terminal nothing is asked. */
export async function askFor(
  proposed: Choices,
  given: ReadonlySet<keyof Choices>,
  {ask, note}: Pick<Context, 'ask' | 'note'>,
  folder: (typed: string) => string,
): Promise<Choices> {
  if (!ask) return proposed
  const question = async <T>(
    key: keyof Choices,
    words: string,
    proposal: T,
    shown: string,
    read: (answer: string) => T,
  ) => {
    for (; !given.has(key); ) {
      const answer = await answered(ask, `${words} [${shown}] `)
      try {
        return answer === '' ? proposal : read(answer)
      } catch (error) {
        rethrowUnless(error, UsageError)
        note(error.message)
      }
    }
    return proposal
  }
  const folders = (answer: string) =>
    answer.split(',').flatMap(typed => (typed.trim() === '' ? [] : [folder(typed.trim())]))
  const {specs, research, hook, ci} = proposed
  return {
    specs: await question('specs', 'Folders of specs, with commas?', specs, specs.join(', '), folders),
    research: await question('research', 'Folders of research?', research, research.join(', '), folders),
    hook: await question('hook', `Hook: ${HOOKS.join(', ')}?`, hook, hook, answer => oneOf('hook', answer, HOOKS)),
    ci: await question('ci', `CI job: ${CIS.join(', ')}?`, ci, ci, answer => oneOf('CI', answer, CIS)),
  }
}

/** Whether to go on. */
export async function confirmed(ask: NonNullable<Context['ask']>, note: Context['note']): Promise<boolean> {
  for (;;) {
    const answer = (await answered(ask, 'Write these files? [Y/n] ')).toLowerCase()
    if (['', 'y', 'yes'].includes(answer)) return true
    if (['n', 'no'].includes(answer)) return false
    note(`Unexpected answer "${answer}", expected y or n`)
  }
}

async function answered(ask: NonNullable<Context['ask']>, question: string): Promise<string> {
  const answer = await ask(question)
  if (answer === undefined) throw new UsageError('Nothing was written: the input ended before the questions did')
  return answer.trim()
}
