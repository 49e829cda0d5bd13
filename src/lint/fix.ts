import {subjectOf} from './lint.js'
import {mendDocument} from './mend/document.js'
import type {LintOptions} from './options.js'
import {outwardReport} from './rulings.js'
import type {FileReport, Message} from './types.js'

export interface FixOptions extends LintOptions {
  /** Fixes that need a look, too. Default: false. */
  unsafe?: boolean
}

/** What became of a text that was to be mended. */
export interface FixedText {
  /** The text as it is now; the same where nothing was mended, or it could not be checked. */
  text: string
  /** Messages that are gone, each as it was told of the text that it was found in. */
  mended: Message[]
  /** Messages whose fix would have changed something else besides, or not enough, and was left out. */
  withdrawn: Message[]
}

/**
 * Mends one document: what takes no judgement, and with `unsafe` what needs a look at the result. The text changes by edits only;
 * each is verified (what stands outside of it is read as before, its message is gone, no other has come) or left out. Byte order
 * mark, line endings and final newline stay. A second run changes nothing. Nothing is written, printed or remembered.
 *
 * @throws SettingsError, RangeError or TypeError (a rejected promise) as `lint` does.
 * @example
 * import {fix} from 'specwright'
 *
 * const {text, mended} = await fix('# Billing\n\n| Document Metadata | |\n| --- | --- |\n| Status | Draft |\n')
 * console.log(text.includes('| Status | Draft (WIP) |'), mended.length) // true 1
 */
export async function fix(text: string, options: FixOptions = {}): Promise<FixedText> {
  const {subject, home} = await subjectOf(text, options)
  const done = await mendDocument(subject, {unsafe: options.unsafe})
  if (!done) return {text, mended: [], withdrawn: []}
  const outward = (messages: Message[]): Message[] => {
    const report: FileReport = {path: '', kind: subject.kind.name, status: 'checked', messages, skipped: []}
    return home ? outwardReport(report, home, options.schema?.path).messages : messages
  }
  return {text: done.text, mended: outward(done.mended), withdrawn: outward(done.withdrawn)}
}
