import {anchorsOf, headingsOf, plain} from '../../markdown/index.js'
import type {Scene} from './scene.js'
import type {Candidate, Own} from './types.js'

/** What the document says of itself, where a citation may mean it. */
export function ownWhere(scene: Scene, candidates: readonly Candidate[]): {own?: Own} {
  return candidates.some(candidate => candidate.path === scene.context.path) ? {own: ownOf(scene)} : {}
}

const known = new WeakMap<Scene, Own>()

export function ownOf(scene: Scene): Own {
  const own = known.get(scene) ?? {
    anchors: anchorsOf(scene.tree),
    lineCount: scene.context.lines.count,
    headings: headingsOf(scene.tree).map(({node}) => ({
      level: node.depth,
      text: plain(node),
      line: node.position?.start.line ?? 1,
    })),
  }
  known.set(scene, own)
  return own
}
