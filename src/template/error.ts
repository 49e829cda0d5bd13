/** A template that cannot be read as one. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  /** The line of the template that shows it, from 1. */
  readonly line: number
  /** The whole template, where several were read. */
  readonly source: string | undefined

  constructor(message: string, line: number, source?: string) {
    super(message)
    this.line = line
    this.source = source
  }
}
