import type {Setting} from '../../lint/index.js'
import {sarifText} from '../../text/escape.js'
import type {RuleData} from '../types.js'

export const LEVELS = {error: 'error', warning: 'warning', info: 'note', off: 'none'} as const satisfies Record<
  Setting,
  string
>

// By these names GitHub sorts what is no security problem.
const RANKS = {error: 'error', warning: 'warning', info: 'recommendation', off: 'recommendation'} as const

/** A rule as a reportingDescriptor. */
export function ruleData({id, title, description, help, severity, url}: RuleData): object {
  return {
    id,
    name: id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase()),
    shortDescription: {text: sarifText(title)},
    fullDescription: {text: sarifText(description)},
    help: {text: sarifText(help ?? description)},
    helpUri: url,
    defaultConfiguration: severity === 'off' ? {enabled: false} : {level: LEVELS[severity]},
    properties: {tags: ['documentation'], 'problem.severity': RANKS[severity]},
  }
}
