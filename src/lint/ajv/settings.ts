import {Ajv2020} from 'ajv/dist/2020.js'
import {keywords} from '../keywords/index.js'
import {keywordCode} from './keyword-code.js'
import {addSpokesmen} from './spokesmen.js'

/** An ajv with our settings and keywords. `toFile`: what it compiles can be written to a file as well. */
export function createAjv({toFile = false}: {toFile?: boolean} = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    allErrors: true,
    ownProperties: true,
    messages: false,
    logger: false,
    // Our own check of the vocabulary has looked at the schema already, with lines and a did-you-mean.
    validateSchema: false,
    code: toFile ? {source: true, esm: true, lines: true} : {},
  })
  addSpokesmen(ajv)
  for (const keyword of Object.values(keywords)) ajv.addKeyword(keywordCode(keyword))
  return ajv
}
