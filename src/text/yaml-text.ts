import {yaml} from './yaml-package.js'

/** Data as YAML text for people: lines of 120 signs at the most where words allow it, no anchors, a line break at the end. */
export function yamlText(value: unknown): string {
  return yaml().stringify(value, {lineWidth: 120, aliasDuplicateObjects: false, flowCollectionPadding: false})
}
