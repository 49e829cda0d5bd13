import {homepage, kindsInForce, type LintOptions, type Rule} from '../../lint/index.js'
import type {RuleData} from '../../reporters/index.js'

/** Every rule of the kinds in force, each once: kinds share most of theirs. */
export async function ruleDataOf(options: Pick<LintOptions, 'schema' | 'workspace'>): Promise<RuleData[]> {
  const home = (await homepage())?.replace(/#.*$/, '').replace(/\/+$/, '')
  const rules = new Map<string, RuleData>()
  for (const {law} of Object.values(await kindsInForce(options)))
    for (const rule of law.rules) if (!rule.off && !rules.has(rule.id)) rules.set(rule.id, ruleData(rule, home))
  return [...rules.values()]
}

function ruleData({id, title, description, help, severity, documented}: Rule, home: string | undefined): RuleData {
  return {
    id,
    title,
    description,
    severity: typeof severity === 'string' ? severity : (severity.default ?? 'warning'),
    // One with a placeholder speaks of a place in a document.
    ...(typeof help === 'string' && !help.includes('{') && {help}),
    ...(home !== undefined && documented && {url: `${home}/docs/rules/${id}.md`}),
  }
}
