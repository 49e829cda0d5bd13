import {reasonOf} from '../../text/index.js'
import {escapePointer} from '../data.js'
import {constraintsOf} from '../schema/words.js'
import type {Rule, Validate} from '../types.js'
import {createAjv} from './settings.js'
import type {FunctionBody} from './standalone.js'

/** What ajv makes of a law's rules: a validator for each, or why there is none. */
export interface Compiled {
  validators: Record<string, Validate>
  failures: {id: string; reason: string}[]
  /** The validators as text, to be kept. */
  text(): Promise<FunctionBody>
}

/** Address of the rules in an ajv. */
export const addressOf = (base: string, id: string): string => `${base}#/$defs/${escapePointer(id)}`

/**
 * Compiles rules of a resolved schema, which are in force, to run here and now.
 * @param options.toText Whether `text` can be asked for, which takes longer.
 */
export function compileRules(
  schema: Readonly<Record<string, unknown>>,
  rules: readonly Rule[],
  {toText = false}: {toText?: boolean} = {},
): Compiled {
  const base = 'specwright:law'
  const ajv = createAjv({target: toText ? 'function' : 'run'})
  ajv.addSchema({$id: base, $defs: constraintsOf(schema)})
  const compiled: Compiled = {
    validators: {},
    failures: [],
    text: async () => (await import('./standalone.js')).validatorsBody(ajv, base, rules),
  }
  for (const {id} of rules) {
    try {
      const validate = ajv.getSchema(addressOf(base, id))
      if (validate) compiled.validators[id] = validate as Validate
      else compiled.failures.push({id, reason: 'its constraint was not found'})
    } catch (error) {
      compiled.failures.push({id, reason: reasonOf(error)})
    }
  }
  return compiled
}
