import {fileName} from '../inputs/names.mjs'

/** Odd names of files: as files, as arguments, in citations. */
export default {
  name: 'paths',
  weight: 4,
  make(choose) {
    const names = choose.times(choose.between(1, 3), () => fileName(choose))
    const cited = names.map(name =>
      choose.pick([
        `[a](${name})`,
        `[a](<${name}>)`,
        `\`${name}:3\``,
        `${name}#L3`,
        `[a](${encodeURI(name.replace(/\p{Cs}/gu, ''))}#x)`,
      ]),
    )
    const verb = choose.pick(['lint', 'facts', 'citations', 'status', 'config'])
    return {subject: 'paths', names, verb, document: `# A\n\n## 1. Executive Summary\n\n${cited.join('\n\n')}\n`}
  },
}
