import {expect, test} from 'vitest'
import {ownerAndRepo} from '../../src/workspace/git/remote.js'

test.each([
  ['git@github.com:owner/repo.git', 'owner/repo'],
  ['git@github.com:owner/repo', 'owner/repo'],
  ['github.com:owner/repo.git/', 'owner/repo'],
  ['gh:owner/repo', 'owner/repo'],
  ['git@[::1]:owner/repo.git', 'owner/repo'],
  ['git@host:/srv/owner/repo.git', 'srv/owner/repo'],
  ['ssh://git@github.com/owner/repo.git', 'owner/repo'],
  ['ssh://git@host:2222/owner/repo', 'owner/repo'],
  ['git+ssh://git@host/owner/repo', 'owner/repo'],
  ['git://host/owner/repo.git', 'owner/repo'],
  ['https://github.com/owner/repo.git', 'owner/repo'],
  ['https://github.com/owner/repo/', 'owner/repo'],
  ['https://user:s3cret@github.com/owner/repo.git', 'owner/repo'],
  ['https://token@github.com:8443/owner/repo.git?x=s3cret#s3cret', 'owner/repo'],
  ['HTTPS://GitHub.com/Owner/Repo.js.git', 'Owner/Repo.js'],
  ['https://gitlab.com/group/sub-group/repo.git', 'group/sub-group/repo'],
  [' https://github.com/owner/repo.git\n', 'owner/repo'],
])('%s', (url, expected) => {
  expect(ownerAndRepo(url)).toBe(expected)
})

test.each([
  '',
  'repo',
  '/srv/git/owner/repo.git',
  '../owner/repo.git',
  './owner/repo',
  'file:///srv/owner/repo.git',
  'C:\\repos\\owner\\repo',
  'C:/repos/owner/repo',
  'git@host:repo.git',
  'https://github.com/repo.git',
  'https://github.com',
  'ext::sh -c touch% x/y',
  'https://host/a b/c',
  'https://host/../..',
  'https://host/owner/re"po',
  'https://host/owner/\u001b[31m',
  'user:s3cret@host:owner/repo',
])('%j names no owner', url => {
  expect(ownerAndRepo(url)).toBeUndefined()
})
