import type {Fix} from '../../fixes/index.js'
import type {Message} from '../../lint/index.js'
import {sarifText} from '../../text/escape.js'
import type {ReportContext} from '../types.js'
import {adviceOf} from '../words/advice.js'
import {artifactLocation, physicalLocation, regionOf} from './location.js'
import {LEVELS} from './rule.js'

/** A message as a result. `rules`: the index of each rule among those that are told. */
export function resultData(
  message: Message,
  path: string,
  rules: ReadonlyMap<string, number>,
  context: ReportContext,
): object {
  const {ruleId, severity, range, related, fix, fingerprint} = message
  return {
    ruleId,
    ruleIndex: rules.get(ruleId),
    level: LEVELS[severity],
    message: {text: adviceOf(message).map(sarifText).join('\n')},
    locations: [physicalLocation(path, range, context)],
    partialFingerprints: {'specwright/v1': fingerprint},
    relatedLocations: related?.map((place, index) => ({
      id: index + 1,
      ...physicalLocation(place.path ?? path, place.range, context),
      message: {text: sarifText(place.reason)},
    })),
    fixes: fix && [fixData(fix, path, context)],
  }
}

function fixData({title, safe, edits}: Fix, path: string, context: ReportContext): object {
  return {
    description: {text: sarifText(title)},
    properties: {safe},
    artifactChanges: [
      {
        artifactLocation: artifactLocation(path, context),
        replacements: edits.map(({range, text}) => ({
          deletedRegion: regionOf(range),
          insertedContent: text === '' ? undefined : {text},
        })),
      },
    ],
  }
}
