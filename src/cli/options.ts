import type {OptionSpecs} from '../commands/index.js'
import {ENGINES} from '../markdown/engines/names.js'

/** Options that every command has. */
export const GLOBAL = {
  root: {
    type: 'string',
    value: 'FOLDER',
    describe:
      "The workspace. By default the nearest folder upwards with a spec.config file, else git's top level, else the working folder",
  },
  engine: {
    type: 'string',
    value: 'ENGINE',
    choices: ENGINES,
    describe:
      'What reads Markdown: satteri (native) or remark (the reference, slower). By default satteri where it can be loaded; both give the same',
  },
  color: {type: 'boolean', describe: 'Colour the output even without a terminal'},
  'no-color': {type: 'boolean', describe: 'Never colour the output. NO_COLOR and FORCE_COLOR are respected too'},
  help: {type: 'boolean', alias: 'h', describe: 'Print this help'},
  version: {type: 'boolean', describe: 'Print the version'},
} as const satisfies OptionSpecs
