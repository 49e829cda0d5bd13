// Preloaded: writes every look of the process at a path to the file that LOOKS names: the function and the path.
const fs = require('node:fs')
const {appendFileSync} = fs
const write = (name, path) => appendFileSync(process.env.LOOKS, `${JSON.stringify([name, String(path)])}\n`)
const wrap = (object, name) => {
  const inner = object[name]
  const outer = function (path, ...rest) {
    if (typeof path === 'string' || path instanceof URL)
      write(name, path instanceof URL ? require('node:url').fileURLToPath(path) : path)
    return inner.call(this, path, ...rest)
  }
  object[name] = Object.assign(outer, inner)
}
for (const name of [
  'accessSync',
  'existsSync',
  'lstatSync',
  'openSync',
  'readFileSync',
  'readdirSync',
  'readlinkSync',
  'realpathSync',
  'statSync',
  'opendirSync',
])
  wrap(fs, name)
wrap(fs.realpathSync, 'native')
for (const name of ['access', 'lstat', 'open', 'readFile', 'readdir', 'readlink', 'realpath', 'stat', 'opendir'])
  wrap(fs.promises, name)
require('node:module').syncBuiltinESMExports()
