import type {Ajv2020, KeywordCxt} from 'ajv/dist/2020.js'
import {_} from 'ajv/dist/2020.js'
import {appendErrors, errors, vErrors} from './names.js'
import {replaceCode} from './replace-code.js'

/**
 * Lets `anyOf`, `oneOf`, `contains` and `propertyNames` speak for what is inside them: where one fails, its own error
 * stands for those of its branches. And lets `$ref` name the place in the definition that it leads to.
 */
export function addSpokesmen(ajv: Ajv2020): void {
  for (const keyword of ['anyOf', 'oneOf', 'contains']) replaceCode(ajv, keyword, silenceBranches)
  replaceCode(ajv, 'propertyNames', silenceNames)
  replaceCode(ajv, '$ref', nameDefinition)
}

function silenceBranches(cxt: KeywordCxt, code: () => void): void {
  const report = cxt.error.bind(cxt)
  cxt.error = (...args) => {
    cxt.reset()
    report(...args)
  }
  code()
}

// Each name is a subject of its own: only the errors of this one are dropped.
function silenceNames(cxt: KeywordCxt, code: () => void): void {
  const report = cxt.error.bind(cxt)
  const subschema = cxt.subschema.bind(cxt)
  cxt.subschema = (...args) => {
    const count = cxt.gen.const('_errs', errors)
    cxt.error = (...parts) => {
      Object.assign(cxt, {errsCount: count})
      cxt.reset()
      report(...parts)
    }
    return subschema(...args)
  }
  code()
}

// A definition that is compiled on its own counts its paths from itself; inner ones are named already. Its errors are kept
// apart until they are named, and then added: ajv would copy all so far for each call. Where ajv stops at the first error
// (in "if" and "not") nobody reads them.
function nameDefinition(cxt: KeywordCxt, code: () => void): void {
  const {gen, schema} = cxt
  if (!cxt.allErrors) {
    code()
    return
  }
  const before = gen.const('_before', vErrors)
  const count = gen.const('_count', errors)
  gen.assign(vErrors, null)
  gen.assign(errors, 0)
  code()
  gen.if(
    _`${errors} === 0`,
    () => gen.assign(vErrors, before).assign(errors, count),
    () => {
      const found = gen.const('_found', vErrors)
      gen.forOf('error', found, error => {
        gen.if(_`${error}.schemaPath !== undefined && !${error}.schemaPath.startsWith("#/$defs/")`, () => {
          gen.assign(_`${error}.schemaPath`, _`${schema} + ${error}.schemaPath.slice(1)`)
        })
      })
      gen.assign(vErrors, before)
      appendErrors(gen, found)
    },
  )
}
