import type {Io} from './io.js'

/**
 * Whether standard output is a terminal that shows links (OSC 8): elsewhere their addresses would stand in the text. Known by
 * what the terminals say of themselves; `FORCE_HYPERLINK=1` says it of others, `FORCE_HYPERLINK=0` or `NO_HYPERLINKS` forbids it.
 * Without a terminal there are none, whatever is said.
 */
export function showsLinks({isTTY, env}: Pick<Io, 'isTTY' | 'env'>): boolean {
  const {FORCE_HYPERLINK, NO_HYPERLINKS, TERM = ''} = env
  if (!isTTY || TERM === 'dumb') return false
  if (FORCE_HYPERLINK !== undefined) return FORCE_HYPERLINK !== '0' && FORCE_HYPERLINK !== 'false'
  if (NO_HYPERLINKS) return false
  // These stand between the program and the terminal, whose variables they leave as they were.
  if (env.CI || env.TMUX || env.STY || /^(?:screen|tmux)/.test(TERM)) return false
  return isKnown(env)
}

function isKnown(env: Io['env']): boolean {
  if (env.WT_SESSION || env.KONSOLE_VERSION || env.DOMTERM) return true
  if (/^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour)/.test(env.TERM ?? '')) return true
  // 0.50 had a fault in them.
  if (env.VTE_VERSION) return Number(env.VTE_VERSION) > 5000
  const [major = 0, minor = 0] = (env.TERM_PROGRAM_VERSION ?? '').split('.').map(Number)
  const atLeast = (a: number, b: number) => major > a || (major === a && minor >= b)
  if (env.TERM_PROGRAM === 'iTerm.app') return atLeast(3, 1)
  if (env.TERM_PROGRAM === 'vscode') return atLeast(1, 72)
  return ['WezTerm', 'ghostty', 'Hyper', 'rio'].includes(env.TERM_PROGRAM ?? '')
}
