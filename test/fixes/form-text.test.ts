import {expect, test} from 'vitest'
import {type FormManner, sectionText} from '../../src/fixes/headings/form-text.js'
import {flatSections, readTemplate} from '../../src/template/index.js'

/** A section of a template as it is written into a document. */
function written(source: string, path: string, manner: Partial<FormManner> = {}): string {
  const template = readTemplate(source)
  const form = flatSections(template.sections).find(section => section.path === path)
  if (!form) throw new Error(`no section ${path}`)
  return sectionText(form, template, {by: 0, ...manner})
}

const optional =
  '# T\n\n## Plan\n\n### First\n\n### Risks\n\n<!-- section\noptional: true\n-->\n\n| Risk |\n| --- |\n\n### Last\n'

test('a section comes without its optional sub-sections, and with those around them', () => {
  expect(written(optional, 'plan')).toBe('## Plan\n\n### First\n\n### Last\n')
})

test('an optional section that is asked for itself comes whole', () => {
  expect(written(optional, 'plan/risks')).toBe('### Risks\n\n| Risk |\n| ---- |\n')
})

test('what follows a section, or goes before it, is none of it', () => {
  expect(written('# T\n\n## A\n\n| a |\n| - |\n\n## B\n\n| b |\n| - |\n\n## C\n', 'b')).toBe('## B\n\n| b |\n| - |\n')
})

test('without its heading it still has those of its sub-sections', () => {
  expect(written('# T\n\n## Plan\n\n### First\n\n### Last\n', 'plan', {bodyOnly: true})).toBe('### First\n\n### Last\n')
})

test('a heading keeps its number as the template writes it', () => {
  expect(written('# T\n\n## 8 Plan\n', 'plan', {number: '8'})).toBe('## 8 Plan\n')
})

test('another number is written with a dot behind it, but for one that has a dot', () => {
  expect(written('# T\n\n## 8 Plan\n\n### 8.1 First\n', 'plan', {number: '9'})).toBe('## 9. Plan\n\n### 9.1 First\n')
})

test('a sub-section alone gets the number that it is told', () => {
  expect(written('# T\n\n## 8 Plan\n\n### 8.1 First\n', 'plan/first', {number: '8.3'})).toBe('### 8.3 First\n')
})

test('told no number, neither it nor its sub-sections have one', () => {
  expect(written('# T\n\n## 8. Plan\n\n### 8.1 First\n', 'plan')).toBe('## Plan\n\n### First\n')
})

test('a sub-section without a number has none, whatever number is above it', () => {
  expect(written('# T\n\n## 8. Plan\n\n### First\n', 'plan', {number: '9'})).toBe('## 9. Plan\n\n### First\n')
})

test('a heading without a number is written as it stands in the template, code in it too', () => {
  expect(written('# T\n\n## The `spec` file\n', 'the-spec-file')).toBe('## The `spec` file\n')
})

test('a number below a section that has none is not taken over', () => {
  expect(written('# T\n\n## Plan\n\n### 1.1 First\n', 'plan', {number: '4'})).toBe('## Plan\n\n### First\n')
})

test('headings go no deeper than six levels, and no higher than one', () => {
  expect(written('# T\n\n## Plan\n\n### First\n', 'plan', {by: 4})).toBe('###### Plan\n\n###### First\n')
  expect(written('# T\n\n## Plan\n\n### First\n', 'plan', {by: -2})).toBe('# Plan\n\n# First\n')
})
