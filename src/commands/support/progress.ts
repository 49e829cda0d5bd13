import type {Progress} from '../../lint/index.js'
import type {Context} from '../types.js'

// Who waits no longer than this need not be told.
const PATIENCE = 1000
const STEP = 100

/** Shows on the terminal, where there is one, how far a long run is: as an option of `lintFiles`. */
export function progressOn(
  {status}: Pick<Context, 'status'>,
  now = () => performance.now(),
  verb = 'checked',
): {
  onProgress?: (progress: Progress) => void
} {
  if (status === undefined) return {}
  let next = now() + PATIENCE
  const onProgress = ({done, total}: Progress): void => {
    if (now() < next) return
    next = now() + STEP
    status(`${verb} ${done} of ${total} documents`)
  }
  return {onProgress}
}

/** The items, with how far they are shown on the terminal. */
export async function* counted<T>(
  items: AsyncIterable<T>,
  total: number,
  context: Pick<Context, 'status'>,
): AsyncGenerator<T> {
  const {onProgress} = progressOn(context)
  let done = 0
  for await (const item of items) {
    yield item
    onProgress?.({done: ++done, total})
  }
}
