import {_, type CodeGen, Name} from 'ajv/dist/2020.js'

// Variables of the code that ajv writes (ajv/dist/compile/names): the errors so far, their number, the path of the data.
export const vErrors = new Name('vErrors')
export const errors = new Name('errors')
export const instancePath = new Name('instancePath')

/** Adds a list of errors to those so far, one by one: copying them each time takes the square of their number. */
export function appendErrors(gen: CodeGen, list: Name): void {
  gen.if(
    _`${vErrors} === null`,
    () => gen.assign(vErrors, list),
    () => gen.forOf('error', list, error => gen.code(_`${vErrors}.push(${error})`)),
  )
  gen.assign(errors, _`${vErrors}.length`)
}
