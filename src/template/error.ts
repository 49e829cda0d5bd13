/** A template that cannot be read as one. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  /** The line of the template that shows it, from 1. */
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}
