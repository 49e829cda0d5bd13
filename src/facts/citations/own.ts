import {anchorsOf, headingsOf, lineOf, plain} from '../../markdown/index.js'
import {once} from '../reading/once.js'
import type {Scene} from './scene.js'
import type {Candidate, Own} from './types.js'

/** What the document says of itself, where a citation may mean it. */
export function ownWhere(scene: Scene, candidates: readonly Candidate[]): {own?: Own} {
  return candidates.some(candidate => candidate.path === scene.context.path) ? {own: ownOf(scene)} : {}
}

export const ownOf = once(
  ({tree, context}: Scene): Own => ({
    anchors: anchorsOf(tree),
    lineCount: context.lines.count,
    headings: headingsOf(tree).map(({node}) => ({
      level: node.depth,
      text: plain(node),
      line: lineOf(node),
    })),
  }),
)
