// What is used of picomatch, which brings no types.
declare module 'picomatch' {
  interface Options {
    /** Whether a backslash separates; default: the system's way. */
    windows?: boolean
    /** Flags of the regular expression. */
    flags?: string
  }
  interface Scan {
    base: string
    glob: string
    isGlob: boolean
  }
  function picomatch(globs: string | readonly string[], options?: Options): (path: string) => boolean
  namespace picomatch {
    function makeRe(glob: string, options?: Options): RegExp
    function scan(glob: string, options?: Options): Scan
  }
  export default picomatch
}
