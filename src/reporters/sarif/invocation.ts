import type {FileReport, Report} from '../../lint/index.js'
import {sarifText} from '../../text/escape.js'
import {safe} from '../screen/sheet.js'
import type {ReportContext} from '../types.js'
import {NOT_CHECKED, ofUnchecked} from '../words/not-checked.js'
import {physicalLocation} from './location.js'

/** What is told of the run itself. */
export const NOTIFICATIONS = [
  {id: NOT_CHECKED, shortDescription: {text: 'A document could not be checked'}},
  {id: 'skipped-check', shortDescription: {text: 'A check had to be skipped'}},
  {id: 'note', shortDescription: {text: 'Something to know of the run'}},
  {id: 'problem', shortDescription: {text: 'The command line or the settings could not be followed'}},
]

/** Whether all was checked, and what was not. */
export function invocationData({summary, files, notes, problems = []}: Report, context: ReportContext): object {
  const execution = [
    ...files.flatMap(file => notificationsOf(file, context)),
    ...notes.map(({text}) => notification('note', 'note', text)),
  ]
  const configuration = problems.map(problem => notification('problem', 'error', problem))
  return {
    executionSuccessful: summary.notChecked === 0 && problems.length === 0,
    toolExecutionNotifications: execution.length === 0 ? undefined : execution,
    toolConfigurationNotifications: configuration.length === 0 ? undefined : configuration,
  }
}

function notificationsOf(file: FileReport, context: ReportContext): object[] {
  const locations = [physicalLocation(file.path, undefined, context)]
  const unread = ofUnchecked(file, words => ({...notification(NOT_CHECKED, 'error', words), locations}))
  const skipped = file.skipped.map(({check, reason}) => ({
    ...notification('skipped-check', 'warning', `${check}: ${reason}`),
    locations,
  }))
  return [...unread, ...skipped]
}

function notification(id: string, level: 'error' | 'warning' | 'note', words: string): object {
  return {descriptor: {id}, level, message: {text: sarifText(safe(words))}}
}
