/** Ctrl-C ends a run with what is done; a second one ends it at once, as anywhere. Hands back how to stop listening. */
import type { Run } from './run.js'

export function whenInterrupted(run: Run): () => void {
  const stop = () => {
    run.interrupted = true
    run.partial = true
  }
  process.once('SIGINT', stop)
  return () => void process.off('SIGINT', stop)
}
