import type {Ajv2020, CodeKeywordDefinition, KeywordCxt} from 'ajv/dist/2020.js'

type Wrap = (cxt: KeywordCxt, code: () => void) => void

/** Has code of ours stand around the code that ajv writes for a keyword. `before`: which one comes behind it; else it becomes the last of its type. */
export function replaceCode(ajv: Ajv2020, keyword: string, wrap: Wrap, before?: string): void {
  const definition = ajv.getKeyword(keyword)
  if (typeof definition !== 'object' || !('code' in definition)) throw new Error(`ajv has no code for "${keyword}"`)
  const replaced: CodeKeywordDefinition = {
    ...definition,
    keyword,
    trackErrors: true,
    ...(before !== undefined && {before}),
    code: (cxt, ruleType) => wrap(cxt, () => definition.code(cxt, ruleType)),
  }
  // What it brings with it ("then" with "if", …) is known already.
  delete replaced.implements
  ajv.removeKeyword(keyword)
  ajv.addKeyword(replaced)
}
