import {isObject, isStrings} from '../data.js'
import type {Rule, Setting} from '../types.js'
import type {Report} from './problems.js'

/** A rule from its words. Words that are missing or of a wrong type are reported; what can be read is kept. */
export function ruleOf(id: string, words: Record<string, unknown>, report: Report): Rule {
  for (const name of ['severity', 'message']) {
    if (!Object.hasOwn(words, name)) report(['$defs', id], `Missing "${name}" of rule "${id}"`)
  }
  const {title, description, severity, message, help, explains, fix, mark, related} = words
  return {
    id,
    title: typeof title === 'string' ? title : id,
    description: typeof description === 'string' ? description : '',
    severity: isSeverity(severity) ? severity : isSeverities(severity) ? severity : 'error',
    message: isTexts(message) ? message : '',
    ...(isTexts(help) ? {help} : {}),
    ...(isStrings(explains) ? {explains} : {}),
    ...(typeof fix === 'string' ? {fixes: [fix]} : isStrings(fix) ? {fixes: fix} : {}),
    ...(typeof mark === 'string' ? {mark} : {}),
    ...(isRelated(related) ? {related} : {}),
  }
}

function isSeverity(value: unknown): value is Setting {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'off'
}

function isSeverities(value: unknown): value is {default: Setting; [status: string]: Setting} {
  return isObject(value) && Object.hasOwn(value, 'default') && Object.values(value).every(isSeverity)
}

function isTexts(value: unknown): value is string | Record<string, string> {
  return typeof value === 'string' || (isObject(value) && Object.values(value).every(text => typeof text === 'string'))
}

function isRelated(value: unknown): value is {property: string; message: string} {
  return isObject(value) && typeof value.property === 'string' && typeof value.message === 'string'
}
