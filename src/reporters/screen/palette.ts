type Paint = (text: string) => string

/** Colours by what they say. Made by who knows the terminal, and handed in. */
export interface Palette {
  error: Paint
  warning: Paint
  info: Paint
  /** What the eye should find first. */
  strong: Paint
  /** Frames and line numbers. */
  quiet: Paint
  /** Places beside the one that is meant. */
  related: Paint
  /** Nothing to do. */
  good: Paint
}

const same: Paint = text => text

/** No colours at all. */
export const plainPalette: Palette = {
  error: same,
  warning: same,
  info: same,
  strong: same,
  quiet: same,
  related: same,
  good: same,
}
