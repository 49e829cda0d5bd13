import {lineOf} from '../markdown/index.js'
import {itemAt, slug} from '../text/index.js'
import {flagOf, idOf, type Setting} from './checks.js'
import {TemplateError} from './error.js'
import {withHoles, withoutHoles} from './holes.js'
import type {Part} from './parts.js'
import {cutTitle, titleKey} from './titles.js'

/**
 * Ids said in comments; else slugs of the cut titles, and where two siblings share one, of their whole titles. What stands in a
 * hole counts where nothing else does.
 */
export function idsOf(parts: readonly Part[], settings: readonly Map<string, Setting>[]): string[] {
  const cuts = parts.map(({title}) => slug(withoutHoles(cutTitle(withHoles(title)))) || slug(title))
  const ids = parts.map((part, index) => {
    const said = settings[index]?.get('id')
    if (said) return idOf(said)
    const cut = itemAt(cuts, index)
    const id = cuts.filter(other => other === cut).length > 1 ? slug(part.title) : cut
    if (id !== '') return id
    throw new TemplateError(
      `The section "${part.text}" needs an id, for its title has no letters`,
      lineOf(part.heading),
    )
  })
  ids.forEach((id, index) => {
    const part = parts[index]
    if (!part || ids.indexOf(id) === index) return
    throw new TemplateError(`Unexpected second section "${part.text}" with the id "${id}"`, lineOf(part.heading))
  })
  checkInstances(parts, ids, settings)
  checkTitles(parts, settings)
  return ids
}

// Of two headings alike, the one that is there is taken for the first.
function checkTitles(parts: readonly Part[], settings: readonly Map<string, Setting>[]): void {
  const before = new Map<string, string>()
  for (const [index, part] of parts.entries()) {
    const key = `${part.heading.depth} ${titleKey(part.title)}`
    const kind = before.get(key)
    if (kind !== undefined) {
      const reason = `Unexpected second section "${part.text}": its heading would be taken for that of the ${kind} one before it`
      throw new TemplateError(reason, lineOf(part.heading))
    }
    if (flagOf(settings[index]?.get('repeat'))) before.set(key, 'repeated')
    else if (flagOf(settings[index]?.get('optional'))) before.set(key, 'optional')
  }
}

// "option-2" is the second heading that a repeated "option" claims.
function checkInstances(
  parts: readonly Part[],
  ids: readonly string[],
  settings: readonly Map<string, Setting>[],
): void {
  for (const [index, id] of ids.entries()) {
    if (!flagOf(settings[index]?.get('repeat'))) continue
    const clash = ids.findIndex(other => other.startsWith(`${id}-`) && /^\d+$/.test(other.slice(id.length + 1)))
    const part = parts[clash]
    if (!part) continue
    throw new TemplateError(
      `Unexpected id "${ids[clash]}" of the section "${part.text}", which the second of the repeated "${id}" would have`,
      lineOf(part.heading),
    )
  }
}
