import {itemAt} from '../../text/index.js'
import type {FencedCode} from './code.js'

// Languages whose code is drawn as a diagram by some tool.
const LANGUAGES = new Set(
  (
    'actdiag blockdiag bpmn bytefield c4 c4plantuml d2 dbml ditaa dot drawio erd excalidraw flow flowchart goat graphviz ' +
    'gnuplot likec4 markmap mermaid mscgen nomnoml nwdiag packetdiag pikchr plantuml puml rackdiag seqdiag sequence ' +
    'structurizr svg svgbob symbolator tikz uml umlet vega vega-lite vegalite wavedrom wireviz zenuml'
  ).split(' '),
)

// A drawing is made of these: arrows, box drawing and block elements, geometric shapes.
const PLAIN = new Set(['', 'text', 'txt', 'ascii', 'plaintext'])
const STROKES = /[\u2190-\u21FF\u2500-\u257F\u25A0-\u25FF]/g
const FEWEST = 4

/** What a fence draws: its language, "drawing", or nothing. A diagram without anything in it is none. */
export function diagramLanguage(fence: FencedCode): string | undefined {
  const language = fence.language.replace(/^\{\.?|\}$/g, '')
  if (LANGUAGES.has(language)) return isEmptyDiagram(fence.node.value) ? undefined : language
  if (!PLAIN.has(fence.language)) return undefined
  return (fence.node.value.match(STROKES)?.length ?? 0) >= FEWEST ? 'drawing' : undefined
}

/** Whether a fence says nothing: blank, or the frame of a diagram without a part. */
export function isEmptyFence(fence: FencedCode): boolean {
  const language = fence.language.replace(/^\{\.?|\}$/g, '')
  return fence.node.value.trim() === '' || (LANGUAGES.has(language) && isEmptyDiagram(fence.node.value))
}

// Comments, and one line such as "flowchart LR" that only says what kind of diagram is to follow.
function isEmptyDiagram(code: string): boolean {
  const lines = code
    .split(/\r\n|\n|\r/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('%%'))
  return (
    lines.length === 0 || (lines.length === 1 && /^[a-zA-Z][\w-]*(?:\s+(?:TB|TD|BT|RL|LR))?$/.test(itemAt(lines, 0)))
  )
}
