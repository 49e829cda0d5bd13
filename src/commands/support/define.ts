import type {AnyCommand, Command, OptionSpecs, Values} from '../types.js'

/** A command, its values typed by its options. */
export function define<const O extends OptionSpecs>(command: Command<O>): AnyCommand {
  // The command line's parser makes the values from these very options; the compiler cannot follow it there.
  return {...command, run: (args, values, context) => command.run(args, values as Values<O>, context)}
}
