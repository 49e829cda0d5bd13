import standalone from 'ajv/dist/standalone/index.js'
import type {Rule} from '../types.js'
import {addressOf, constraintsOf} from './compile.js'
import {createAjv} from './settings.js'

export interface StandaloneLaw {
  /** A name for its validators: letters and digits. */
  name: string
  schema: Readonly<Record<string, unknown>>
  rules: readonly Rule[]
}

// With CommonJS under it the module is the function itself, or holds it.
const standaloneCode = typeof standalone === 'function' ? standalone : (standalone as {default: unknown}).default

/**
 * The validators of laws as the text of an ES module: for each law `export const validators_NAME = {id: function, …}`.
 * It stands alone but for the free name `runKeyword`, which whoever writes it to a file imports.
 * @throws where a rule needs a part of ajv at run time.
 */
export function standaloneValidators(laws: readonly StandaloneLaw[]): string {
  const ajv = createAjv({toFile: true})
  const exported = new Map<unknown, string>()
  const addresses: Record<string, string> = {}
  const tables: string[] = []
  for (const {name, schema, rules} of laws) {
    const base = `specwright:${name}`
    ajv.addSchema({$id: base, $defs: constraintsOf(schema)})
    const rows: string[] = []
    for (const {id, off} of rules) {
      if (off) continue
      const address = addressOf(base, id)
      const validate = ajv.getSchema(address)
      // Rules that are nothing but a reference to one definition share its function, which can be written once only.
      const variable = exported.get(validate) ?? `${name}_${rows.length}_${exported.size}`
      exported.set(validate, variable)
      addresses[variable] = address
      rows.push(`  ${JSON.stringify(id)}: ${variable},`)
    }
    tables.push(`export const validators_${name} = {\n${rows.join('\n')}\n};`)
  }
  if (typeof standaloneCode !== 'function') throw new Error('ajv has no standalone code')
  const code: unknown = standaloneCode(ajv, addresses)
  if (typeof code !== 'string') throw new Error('ajv gave no code')
  const needed = /require\("([^"]+)"\)/.exec(code)
  if (needed) throw new Error(`A rule needs "${needed[1]}" of ajv at run time, so it cannot stand alone`)
  return `${code.replace(/^"use strict";/, '')}\n${tables.join('\n')}\n`
}
