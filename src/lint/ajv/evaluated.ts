import {type KeywordCxt, Name} from 'ajv/dist/2020.js'
import {mergeEvaluated} from 'ajv/dist/compile/util.js'

/**
 * What a `$ref` beside `patternProperties` has looked at is known when it runs, and may be nothing at all or everything; ajv takes it for
 * an object, and the validator throws. So what the patterns look at is noted apart, and added then.
 */
export function noteApart({gen, it}: KeywordCxt, code: () => void): void {
  const before = it.props
  if (!(before instanceof Name)) {
    code()
    return
  }
  delete it.props
  code()
  it.props = it.props === undefined ? before : mergeEvaluated.props(gen, it.props, before, Name)
}
