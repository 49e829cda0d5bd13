import {styleText} from 'node:util'
import {type Palette, plainPalette} from '../../reporters/index.js'

type Format = Extract<Parameters<typeof styleText>[0], string>

/** The colours of a terminal, or none. Whether they are wanted was asked before. */
export function paletteOf(colour: boolean): Palette {
  if (!colour) return plainPalette
  return {
    error: paint('bold', 'red'),
    warning: paint('bold', 'yellow'),
    info: paint('bold', 'cyan'),
    strong: paint('bold'),
    quiet: paint('blue'),
    related: paint('bold', 'blue'),
    good: paint('green'),
  }
}

function paint(...format: Format[]): (text: string) => string {
  return text => (text === '' ? '' : styleText(format, text, {validateStream: false}))
}
