/**
 * Worker threads that lint beside this one. A worker that dies takes the article with it that it was at, which is
 * reported as what broke it; those that waited behind it are linted here.
 */
import { Worker } from 'node:worker_threads'
import { stackOf } from '../fail.js'
import type { Lint } from './crew.js'
import type { Run } from './run.js'
import type { Answer, Ask, Start } from './worker.js'

export interface Pool {
  /** One for each worker. */
  lints: Lint[]
  close(): Promise<void>
}

interface Waiting {
  resolve: (answer: Answer | undefined) => void
  reject: (error: Error) => void
}

/** `own`: who lints what a dead worker left behind. */
export function openPool(count: number, { projects, flags }: Run, own: Lint): Pool {
  const start: Start = { ...projects.from, date: flags.date }
  const hands = Array.from({ length: count }, () => hire(start, own))
  return {
    lints: hands.map(({ lint }) => lint),
    close: async () => {
      await Promise.all(hands.map(({ worker }) => worker.terminate()))
    },
  }
}

/** Small spaces for new objects: a worker's should not cost more memory than time. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

function hire(start: Start, own: Lint): { worker: Worker; lint: Lint } {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: start, resourceLimits })
  const waiting: Waiting[] = []
  let alive = true
  let begun = false
  worker.on('message', (answer: Answer) => {
    begun = true
    waiting.shift()?.resolve(answer)
  })
  const died = (error: Error) => {
    alive = false
    // One that never began has no article to blame.
    if (begun) waiting.shift()?.reject(error)
    else stackOf(error)
    for (const { resolve } of waiting.splice(0)) resolve(undefined)
  }
  worker.on('error', died)
  worker.on('exit', (code) => died(new Error(`its thread ended with ${code}`)))
  const ask = (message: Ask) =>
    new Promise<Answer | undefined>((resolve, reject) => {
      waiting.push({ resolve, reject })
      worker.postMessage(message)
    })
  return {
    worker,
    lint: async (article, project) => {
      const { text, path = '' } = article
      const answer = alive ? await ask({ text, path }) : undefined
      if (answer === undefined) return own(article, project)
      if ('rows' in answer) return answer
      throw answer.error
    },
  }
}
