import {describe, expect, test} from 'vitest'
import {showsLinks} from '../../src/cli/links.js'
import {linkOf} from '../../src/commands/support/links.js'
import {paletteOf} from '../../src/commands/support/palette.js'
import {contextOf, message, printed, rangeOf, reportOf} from '../reporters/support.js'

const source = 'x\n'
const found = message(rangeOf(source, 'x'), {url: 'https://example.org/docs/rules/dead-citation.md'})
const print = (url: string, wanted = true, link = linkOf(wanted)) =>
  printed('text', reportOf([{messages: [{...found, url}]}]), contextOf({'specs/a.md': source}, {...(link && {link})}))

describe('a rule leads to its page', () => {
  test('where links are wanted', () => {
    const text = print('https://example.org/docs/rules/dead-citation.md')
    expect(text).toContain(
      '\x1b]8;;https://example.org/docs/rules/dead-citation.md\x1b\\error[dead-citation]\x1b]8;;\x1b\\: Unexpected target',
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences of links
    expect(text.replace(/\x1b\]8;;[^\x1b]*\x1b\\/g, '')).toBe(print(found.url ?? '', false))
    expect(print(found.url ?? '', false)).not.toContain('\x1b')
  })

  test('beside colours', () => {
    const context = contextOf({}, {palette: paletteOf(true), link: (text, url) => `<${url}>${text}</>`})
    const [line] = printed('text', reportOf([{messages: [found]}]), context).split(':\x1b')
    expect(line?.startsWith(`<${found.url}>\x1b[1m\x1b[31merror[dead-citation]\x1b[39m\x1b[22m</>`)).toBe(true)
  })

  test.each([
    'javascript:alert(1)',
    'https://e.org/\x1b\\x',
    'https://e.org/\x07',
    'https://e.org/a b',
    'file:///etc/passwd',
  ])('never to %j', url => {
    expect(print(url)).not.toContain('\x1b]8')
  })
})

describe('links are for terminals that show them', () => {
  const shown = (env: Record<string, string>, isTTY = true) => showsLinks({isTTY, env})

  test.each<Record<string, string>>([
    {TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.4.19'},
    {TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.105.1'},
    {TERM_PROGRAM: 'WezTerm'},
    {WT_SESSION: 'x'},
    {VTE_VERSION: '7600', TERM: 'xterm-256color'},
    {KONSOLE_VERSION: '230804'},
    {TERM: 'xterm-kitty'},
    {FORCE_HYPERLINK: '1', TERM: 'xterm'},
  ])('%j', env => {
    expect(shown(env)).toBe(true)
    // Without a terminal never.
    expect(shown(env, false)).toBe(false)
    expect(shown({...env, FORCE_HYPERLINK: '0'})).toBe(false)
    expect(shown({...env, TERM: 'dumb'})).toBe(false)
  })

  test.each<Record<string, string>>([
    {},
    {TERM: 'xterm-256color'},
    {TERM: 'linux'},
    {VTE_VERSION: '5000'},
    {TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455'},
    {TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.2'},
    {TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15'},
    {WT_SESSION: 'x', NO_HYPERLINKS: '1'},
    {VTE_VERSION: '7600', TMUX: '/tmp/tmux'},
    {WT_SESSION: 'x', TERM: 'screen-256color'},
    {WT_SESSION: 'x', CI: 'true'},
    {FORCE_HYPERLINK: 'false', WT_SESSION: 'x'},
  ])('not %j', env => {
    expect(shown(env)).toBe(false)
  })
})
