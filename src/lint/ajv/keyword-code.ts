import {_, type CodeKeywordDefinition, str, stringify} from 'ajv/dist/2020.js'
import {runKeyword} from '../keywords/run.js'
import type {Keyword} from '../keywords/types.js'
import {appendErrors, instancePath} from './names.js'

/** A keyword of ours as ajv's code keyword. The one place where the two meet. */
export function keywordCode(keyword: Keyword): CodeKeywordDefinition {
  return {
    keyword: keyword.name,
    type: keyword.type,
    code(cxt) {
      const {gen, data, it, schema} = cxt
      // `code` is what stands in a file: a free name that the file imports. `ref` is what runs here.
      const run = gen.scopeValue('keyword', {ref: runKeyword, code: _`runKeyword`})
      const path = _`${instancePath} + ${it.errorPath}`
      const place = str`${it.errSchemaPath}/${keyword.name}`
      const found = gen.const('found', _`${run}(${keyword.name}, ${stringify(schema)}, ${data}, ${path}, ${place})`)
      gen.if(_`${found}.length > 0`, () => appendErrors(gen, found))
      cxt.ok(_`${found}.length === 0`)
    },
  }
}
