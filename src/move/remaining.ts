import {type Address, targetOf} from '../facts/citations/addresses.js'
import type {Document} from '../facts/reading/document.js'
import {endOf, startOf, visit} from '../markdown/index.js'
import {pathsInWords} from '../research/cited-by.js'
import {decodePercent} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {pathAt, type Route} from './route.js'
import type {Left, LeftReason} from './types.js'
import type {Scenery} from './world.js'

interface Asked {
  citing: {workspace: Workspace}
  route: Route
  scenery: Scenery
}

/** Places outside of all citations that name what is moved by its old path: in code, in HTML, in web addresses, as of a commit. */
export async function remaining(
  document: Document,
  addresses: readonly Address[],
  {citing: {workspace}, route, scenery}: Asked,
): Promise<Left[]> {
  const found: Left[] = []
  const {text, lines} = document
  let next = 0
  for (const {written, index: start} of pathsInWords(text)) {
    const end = start + written.length
    while ((addresses[next]?.slice.to ?? Number.POSITIVE_INFINITY) <= start) next++
    if ((addresses[next]?.slice.from ?? Number.POSITIVE_INFINITY) < end) continue
    const isAddress = written.includes('://')
    if (!(isAddress ? isAddressOf(written, workspace, route) : await leads(written, document))) continue
    const reason = isAddress ? 'address' : reasonAt(document, start, end)
    found.push({line: lines.pointAt(start).line, text: written, reason})
  }
  return found

  async function leads(written: string, from: Document): Promise<boolean> {
    // git's own form has the commit before the path.
    const path = written.replace(/^[*_~]+/, '').replace(/^[0-9a-f]{7,40}:/, '')
    const target = targetOf(from, 'words', path)
    return target !== undefined && (await scenery.hit(workspace, target, 'before'))?.place === route.from
  }
}

function isAddressOf(written: string, {root}: Workspace, {from}: Route): boolean {
  return decodePercent(written).endsWith(`/${pathAt(root, from)}`)
}

function reasonAt({tree, text}: Document, start: number, end: number): LeftReason {
  let reason: LeftReason = 'words'
  visit(tree, node => {
    const [from, to] = [startOf(node), endOf(node)]
    if (start < from || end > to) return
    if (node.type === 'code') reason = 'code'
    else if (node.type === 'html') reason = 'html'
    else if (node.type === 'inlineCode' && /@[0-9a-f]{7,40}\b|[0-9a-f]{7,40}:/i.test(text.slice(from, to)))
      reason = 'commit'
  })
  return reason
}
