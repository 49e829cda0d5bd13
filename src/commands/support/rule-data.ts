import {kindsInForce, type LintOptions, type Rule, rulePage} from '../../lint/index.js'
import type {RuleData} from '../../reporters/index.js'

/** Every rule of the kinds in force, each once: kinds share most of theirs. `home`: where the documentation stands. */
export async function ruleDataOf(
  options: Pick<LintOptions, 'schema' | 'workspace'>,
  home: string | undefined,
): Promise<RuleData[]> {
  const rules = new Map<string, RuleData>()
  for (const {law} of Object.values(await kindsInForce(options)))
    for (const rule of law.rules) if (!rule.off && !rules.has(rule.id)) rules.set(rule.id, ruleData(rule, home))
  return [...rules.values()]
}

function ruleData(rule: Rule, home: string | undefined): RuleData {
  const {id, title, description, help, severity} = rule
  const url = rulePage(rule, home)
  return {
    id,
    title,
    description,
    severity: typeof severity === 'string' ? severity : severity.default,
    // One with a placeholder speaks of a place in a document.
    ...(typeof help === 'string' && !help.includes('{') && {help}),
    ...(url !== undefined && {url}),
  }
}
