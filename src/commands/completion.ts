import {readFileSync} from 'node:fs'
import {valueAt} from '../text/value-at.js'
import {define} from './support/define.js'

const FILES = new Map([
  ['bash', 'spec.bash'],
  ['zsh', '_spec'],
  ['fish', 'spec.fish'],
  ['powershell', 'spec.ps1'],
])

export const command = define({
  usage: 'completion SHELL',
  description:
    'Prints a script with which your shell completes "spec" command lines when you press Tab: commands, options, their ' +
    'values, files, and the kinds and rules of the workspace.',
  arity: [1, 1],
  arguments: [['SHELL', 'bash, zsh, fish or powershell', [...FILES.keys()]]],
  options: {},
  examples: [
    ['source <(spec completion bash)', 'Try it in bash; in zsh likewise'],
    ['spec completion bash > ~/.local/share/bash-completion/completions/spec', 'Keep it, in bash with bash-completion'],
    ['spec completion zsh > "$fpath[1]/_spec"', 'In zsh, with compinit'],
    ['spec completion fish > ~/.config/fish/completions/spec.fish', 'In fish'],
    ['spec completion powershell | Out-String | Invoke-Expression', 'In PowerShell, in your $PROFILE'],
  ],
  more: ['The script asks "spec" itself, so it need not be printed again after an update.'],
  // The command line lets no other shell through.
  run: async ([shell = ''], _values, context) => {
    context.print(readFileSync(new URL(`../../completion/${valueAt(FILES, shell)}`, import.meta.url), 'utf8'))
    return 0
  },
})
