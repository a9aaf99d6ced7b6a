/**
 * The articles that paths, or the config, name, each with its project, one after the other, for commands that look at
 * a corpus and report nothing file by file. What cannot be read is one line on stderr and marks the run as failed.
 */
import { resolve } from 'node:path'
import { type Overlay, type Project, projects } from '../config/project.js'
import type { ArticleInput } from '../session.js'
import { reasonOf } from './fail.js'
import { readText } from './read.js'
import { articleOf } from './run/collect.js'
import { inputs } from './run/inputs.js'
import { fail, projectOf, type Run } from './run/run.js'
import { shortPath } from './short-path.js'

export interface CorpusArticle {
  /** As people should read it. */
  path: string
  absolute: string
  article: ArticleInput
  project: Project
}

export function corpusRun(config: string | undefined, overlay: Overlay = {}): Run {
  const flags = { format: ['stylish'] }
  return { flags, projects: projects(config && resolve(config), overlay), said: new Set(), failed: false }
}

export async function* articlesOf(paths: readonly string[], run: Run): AsyncGenerator<CorpusArticle> {
  for (const absolute of await inputs(paths, run)) {
    const project = await projectOf(absolute, run)
    const path = shortPath(absolute)
    if (project === undefined) continue
    try {
      const text = readText(absolute, project.maxFileSize)
      yield { path, absolute, project, article: articleOf(text, absolute, project, run) }
    } catch (error) {
      fail(run, path, reasonOf(error))
    }
  }
}
