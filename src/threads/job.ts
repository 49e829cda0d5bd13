import type {Apart} from '../lint/index.js'
import {engineInUse} from '../markdown/index.js'
import type {Job} from './messages.js'
import type {Sent} from './shared.js'

/** A document as it goes over to a thread, to which that much was `sent` already. */
export function jobOf({subject, schema, facts}: Apart, sent: Sent): Job {
  const {text, path, kind, limits, severities, workspace} = subject
  const {root, cwd, staged, today, settings} = workspace
  return {
    text,
    path,
    kind: kind.name,
    schema: schema && sent.share(schema),
    limits,
    severities: severities && sent.share(severities),
    engine: engineInUse(),
    facts,
    place: {root, cwd, staged, today, settings: sent.share(settings)},
  }
}
