import type {Workspace} from '../workspace/index.js'
import type {Asked, Asking, Place} from './messages.js'
import type {Received} from './shared.js'

/** Asks the main thread. */
export type Answerer = <A extends Asked>(what: A, ...asked: Asking[A]['asked']) => Promise<Asking[A]['answer']>

/** The main thread's workspace, as far as the check of a document needs it: there is one, with one git, however many threads there are. */
export function distantWorkspace({settings, ...place}: Place, ask: Answerer, received: Received): Workspace {
  const near: Pick<
    Workspace,
    'root' | 'cwd' | 'staged' | 'today' | 'settings' | 'store' | 'read' | 'look' | 'history'
  > = {
    ...place,
    settings: received.take(settings),
    store: {get: name => ask('get', name), put: (name, text) => ask('put', name, text)},
    read: path => ask('read', path),
    look: async (questions, {surroundings = false} = {}) => {
      const {specs, research, surroundings: around, ...world} = await ask('look', questions, {surroundings})
      return {
        ...world,
        specs: received.take(specs),
        research: received.take(research),
        ...(around && {surroundings: received.take(around)}),
      }
    },
    history: ({text: _, ...questions}) => ask('history', questions),
  }
  // Nothing else is asked of it: the check of a document is given all the rest.
  return near as Workspace
}
