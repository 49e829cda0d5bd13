import {barePath} from './bare-path.js'
import {codeSpan} from './code-span.js'
import {image} from './image.js'
import {link} from './link.js'
import {referenceLink} from './reference-link.js'
import type {Form} from './types.js'

/**
 * The forms in which citations are written, by the names of their files. To add one: its file, and a line here. Uses of labels,
 * "[R1]" and "[^r1]", come after these, for a label means what is cited beside its definition: see `labels`.
 */
export const FORMS: Readonly<Record<string, Form>> = {
  link,
  image,
  'reference-link': referenceLink,
  'code-span': codeSpan,
  'bare-path': barePath,
}
