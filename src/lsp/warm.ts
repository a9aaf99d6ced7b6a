/**
 * Compiles the glossaries of configs in a thread of its own: that takes seconds, and nobody's typing may wait for it. What comes
 * of it lies in the cache on the disk, where the server's own thread finds it; what is wrong with a config is handed back.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { projects } from '../config/project.js'
import { DataError, type Problem } from '../glossary/problem.js'

/** The problems of each broken config, by its path. */
export type Broken = ReadonlyMap<string, Problem[]>

export function warm(configs: readonly string[]): Promise<Broken> {
  return new Promise((done) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { warm: configs } })
    let broken: Broken = new Map()
    worker.once('message', (said: Broken) => {
      broken = said
    })
    worker.once('error', () => done(broken))
    worker.once('exit', () => done(broken))
  })
}

/** One line for whoever reads the config, whatever the failure. */
export function problemsOf(error: unknown, file: string): Problem[] {
  if (error instanceof DataError) return error.problems
  return [{ file, line: 1, column: 1, message: (error as Error).message ?? String(error) }]
}

if (!isMainThread && Array.isArray(workerData?.warm)) {
  const all = projects(undefined, {})
  const broken = new Map<string, Problem[]>()
  for (const config of workerData.warm as string[])
    await all
      .of(config)
      .then((project) => project.session())
      .catch((error) => broken.set(config, problemsOf(error, config)))
  parentPort?.postMessage(broken)
}
