import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'

const schema = JSON.parse(readFileSync(new URL('../../../schema/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({strict: false}).compile(schema)

/** @returns {string[]} why a text is no report as `schema/report.schema.json` has it. */
export function invalidReport(text) {
  let data
  try {
    data = JSON.parse(text)
  } catch (error) {
    return [`no JSON: ${error.message}`]
  }
  if (validate(data)) return []
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}
