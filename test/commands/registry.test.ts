import {readdirSync} from 'node:fs'
import {expect, test} from 'vitest'
import {commands} from '../../src/commands/index.js'
import {reporters} from '../../src/reporters/index.js'

const filesIn = (room: string) =>
  readdirSync(new URL(`../../src/${room}/`, import.meta.url), {withFileTypes: true})
    .filter(entry => entry.isFile() && !['index.ts', 'types.ts'].includes(entry.name))
    .map(entry => entry.name.replace(/\.ts$/, ''))
    .sort()

test('every command has a file of its name, and every file is a command', () => {
  expect(filesIn('commands')).toEqual(commands.map(({name}) => name.replace(' ', '-')).sort())
})

test('every entry loads the command of its name', async () => {
  for (const {name, load} of commands) expect((await load()).usage.startsWith(name), name).toBe(true)
})

test('every reporter has a file of its name, and every file is a reporter', () => {
  expect(filesIn('reporters')).toEqual(reporters.map(({name}) => name).sort())
})
