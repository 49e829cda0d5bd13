export {noteArguments, noting, type Seen} from './seen.js'
export {type Watcher, watcherOf} from './watcher.js'
