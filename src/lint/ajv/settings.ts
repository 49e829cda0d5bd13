import {Ajv2020, type Options} from 'ajv/dist/2020.js'
import {patternOf} from '../../text/patterns/index.js'
import {keywords} from '../keywords/index.js'
import {noteApart} from './evaluated.js'
import {keywordCode} from './keyword-code.js'
import {replaceCode} from './replace-code.js'
import {addSpokesmen} from './spokesmen.js'

/** What compiled schemas are for: to run here and now, or also to be written as the text of a function or of an ES module. */
export type Target = 'run' | 'function' | 'module'

// What a schema of a user's looks for must come to an end. `code` is a free name, which whoever runs the code gives.
const PATTERNS: NonNullable<NonNullable<Options['code']>['regExp']> = Object.assign(
  // Data is all that ajv asks of it: it never looks for the next match.
  (source: string) => patternOf(source),
  {code: 'patternOf'},
)

/** An ajv with our settings and keywords. */
export function createAjv({target = 'run'}: {target?: Target} = {}): Ajv2020 {
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
    // ajv asks JavaScript's own engine whether a pattern fits on a property beside it.
    allowMatchingProperties: true,
    code: {
      ...(target === 'module' ? {} : {regExp: PATTERNS}),
      ...(target === 'run' ? {} : {source: true, esm: target === 'module', lines: target === 'module'}),
    },
  })
  addSpokesmen(ajv)
  replaceCode(ajv, 'patternProperties', noteApart, 'unevaluatedProperties')
  for (const keyword of Object.values(keywords)) ajv.addKeyword(keywordCode(keyword))
  return ajv
}
