import type {Ajv2020} from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import {constraintsOf} from '../schema/words.js'
import type {Rule} from '../types.js'
import {addressOf} from './compile.js'
import {createAjv} from './settings.js'

export interface StandaloneLaw {
  /** A name for its validators: letters and digits. */
  name: string
  schema: Readonly<Record<string, unknown>>
  rules: readonly Rule[]
}

// With CommonJS under it the module is the function itself, where its types say that it holds it.
const standaloneCode = standalone as unknown as typeof standalone.default

/**
 * The validators of laws as the text of an ES module: for each law `export const validators_NAME = {id: function, …}`.
 * It stands alone but for the free name `runKeyword`, which whoever writes it to a file imports.
 * @throws where a rule needs a part of ajv at run time.
 */
export function standaloneValidators(laws: readonly StandaloneLaw[]): string {
  const ajv = createAjv({target: 'module'})
  const variables = new Variables()
  const tables = laws.map(({name, schema, rules}) => {
    const base = `specwright:${name}`
    ajv.addSchema({$id: base, $defs: constraintsOf(schema)})
    const rows = variables.of(ajv, base, name, rules).map(([id, variable]) => `  ${JSON.stringify(id)}: ${variable},`)
    return `export const validators_${name} = {\n${rows.join('\n')}\n};`
  })
  const code = codeOf(ajv, variables.addresses)
  const [needed] = neededBy(code)
  if (needed) throw new Error(`A rule needs "${needed}" of ajv at run time, so it cannot stand alone`)
  return `${code}\n${tables.join('\n')}\n`
}

/** Validators as the body of a function of `runKeyword`, `patternOf` and `require`, which returns them by rule id. */
export interface FunctionBody {
  code: string
  /** What it asks `require` for: parts of ajv that it needs at run time. */
  needs: string[]
}

/** The validators that an ajv for functions has compiled from the rules of a law, as text. */
export function validatorsBody(ajv: Ajv2020, base: string, rules: readonly Rule[]): FunctionBody {
  const variables = new Variables()
  const rows = variables.of(ajv, base, 'rule', rules).map(([id, name]) => `  ${JSON.stringify(id)}: exports.${name},`)
  const code = codeOf(ajv, variables.addresses)
  return {code: `"use strict";const exports = {};${code}\nreturn {\n${rows.join('\n')}\n};`, needs: neededBy(code)}
}

/** Names for functions in code. Rules that are nothing but a reference to one definition share its function, written once. */
class Variables {
  readonly addresses: Record<string, string> = {}
  readonly #names = new Map<unknown, string>()

  of(ajv: Ajv2020, base: string, prefix: string, rules: readonly Rule[]): [id: string, variable: string][] {
    const inForce = rules.filter(({off}) => !off)
    return inForce.map(({id}) => {
      const address = addressOf(base, id)
      const validate = ajv.getSchema(address)
      const variable = this.#names.get(validate) ?? `${prefix}_${this.#names.size}`
      this.#names.set(validate, variable)
      this.addresses[variable] = address
      return [id, variable]
    })
  }
}

function codeOf(ajv: Ajv2020, addresses: Readonly<Record<string, string>>): string {
  return standaloneCode(ajv, addresses).replace(/^"use strict";/, '')
}

const neededBy = (code: string): string[] => [
  ...new Set(Array.from(code.matchAll(/require\("([^"]+)"\)/g), ([, name = '']) => name)),
]
