/**
 * Compiles the glossaries of configs in a thread of its own: that takes seconds, and nobody's typing may wait for it. What comes of it
 * lies in the cache on the disk, where the server's own thread finds it. Problems are not its business; the server meets them itself.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { projects } from '../config/project.js'

/** `files`: any file for which the config is in force. Ends well also where a config is broken. */
export function warm(files: readonly string[]): Promise<void> {
  return new Promise((done) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { warm: files } })
    worker.once('error', () => done())
    worker.once('exit', () => done())
  })
}

if (!isMainThread && Array.isArray(workerData?.warm)) {
  const all = projects(undefined, {})
  for (const file of workerData.warm as string[]) await all.of(file).catch(() => {})
  parentPort?.close()
}
