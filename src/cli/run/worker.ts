/** A thread that lints the articles it is sent, one after the other, as the main thread would, and answers in their order. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Overlay, projects } from '../../config/project.js'
import { rowsOf } from '../../reporters/row.js'
import { debugging } from '../fail.js'
import type { Found } from './crew.js'
import { lookedAt } from './looked-at.js'

export interface Start {
  config: string | false | undefined
  overlay: Overlay
  date: string | undefined
}

export interface Ask {
  text: string
  path: string
}

export type Answer = Found | { error: Error }

if (!debugging) Error.stackTraceLimit = 0

const { config, overlay, date } = workerData as Start
const known = projects(config, overlay)
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (ask: Ask) => {
  last = last.then(async () => parentPort?.postMessage(await answer(ask)))
})

async function answer({ text, path }: Ask): Promise<Answer> {
  try {
    const project = await known.of(path)
    const result = await (await project.session()).lint(lookedAt(text, path, project, date))
    return { rows: rowsOf(result), words: result.words }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
