import {likeness} from '../evaluate/index.js'
import {check} from '../lint.js'
import type {Subject} from '../read-facts.js'
import type {Message, Severity} from '../types.js'
import {mend} from './index.js'
import type {Mending} from './types.js'

/** Which of a document's messages are to be mended. */
export interface Wanted {
  /** Fixes that need a look, too. */
  unsafe?: boolean | undefined
  /** Only messages of these severities. */
  severities?: readonly Severity[] | undefined
  /** What is reported of the document: messages that are there and not among them are frozen, and stay. */
  reported?: readonly Message[] | undefined
}

/** Mends a document, each text held against the law of its kind. Undefined where it cannot be checked. */
export async function mendDocument(subject: Subject, wanted: Wanted = {}): Promise<Mending | undefined> {
  const messagesOf = async (text: string): Promise<readonly Message[] | undefined> => {
    const {report} = await check({...subject, text})
    return report.status === 'checked' ? report.messages : undefined
  }
  const {unsafe = false, severities, reported} = wanted
  const isFrozen = reported && frozenBy(reported, (await messagesOf(subject.text)) ?? [])
  return mend(subject.text, {
    check: messagesOf,
    unsafe,
    limits: subject.limits,
    wants: message => (severities?.includes(message.severity) ?? true) && !isFrozen?.(message),
  })
}

// Of one that an edit elsewhere uncovers it counts what it accuses: its number among equal ones may have changed.
function frozenBy(reported: readonly Message[], all: readonly Message[]): (message: Message) => boolean {
  const told = new Set(reported.map(({fingerprint}) => fingerprint))
  const like = ({ruleId, accused}: Message) => likeness(ruleId, accused)
  const frozen = new Set(all.filter(({fingerprint}) => !told.has(fingerprint)).map(like))
  return message => !told.has(message.fingerprint) && frozen.has(like(message))
}
