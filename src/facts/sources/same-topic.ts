import {fileNameOf} from '../../research/names.js'
import type {ResearchAbout} from '../../research/types.js'
import {compareCodeUnits, nameOf, slug, valueAt} from '../../text/index.js'
import type {Surroundings, World} from '../../workspace/index.js'
import {once} from '../reading/once.js'

/** What is known of one research document of the workspace. */
export function sketchOf(path: string, {surroundings}: World): ResearchAbout | undefined {
  return surroundings && byPath(surroundings).get(path)
}

/** The newest research document on the same topic, where there is one that is dated later. */
export function newerOnTopic(said: ResearchAbout, {surroundings}: World): string | undefined {
  const {date} = said
  if (date === undefined || surroundings === undefined) return undefined
  const groups = byTopic(surroundings)
  const later = keysOf(said)
    .flatMap(key => valueAt(groups, key))
    .flatMap(other => (other.date !== undefined && other.date > date ? [{...other, date: other.date}] : []))
    // Of one name and with topics of their own, the later one is a follow-up.
    .filter(other => topicOf(other) === topicOf(said) || topicOf(other) === '' || topicOf(said) === '')
  return later.sort((a, b) => compareCodeUnits(b.date, a.date))[0]?.path
}

const byPath = once(
  ({research}: Surroundings): ReadonlyMap<string, ResearchAbout> => new Map(research.map(each => [each.path, each])),
)

const byTopic = once(({research}: Surroundings): ReadonlyMap<string, ResearchAbout[]> => {
  const groups = new Map<string, ResearchAbout[]>()
  for (const each of research)
    for (const key of keysOf(each)) {
      const group = groups.get(key)
      if (group) group.push(each)
      else groups.set(key, [each])
    }
  return groups
})

/**
 * What documents on one topic have in common: the topic that they name, or the name of the file but for its date. One word
 * ("Notes", "summary.md") names no topic, and undated files of one name in two folders have nothing to do with each other.
 */
function keysOf(said: ResearchAbout): string[] {
  const {path} = said
  const name = /^\d{4}-\d{2}-\d{2}/.test(nameOf(path)) ? wordsOf(fileNameOf(path)) : ''
  const topic = topicOf(said)
  return [...(topic.includes(' ') ? [`topic ${topic}`] : []), ...(name.includes(' ') ? [`name ${name}`] : [])]
}

function topicOf({topic}: ResearchAbout): string {
  return wordsOf(topic)
}

function wordsOf(text: string): string {
  return slug(text).replaceAll('-', ' ')
}
