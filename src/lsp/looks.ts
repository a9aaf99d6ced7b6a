/**
 * Looks at open texts and at the files of the workspace, each made once for a version and a state of the configs. An
 * open text counts before its file; a file that is gone, binary or too large is not looked at.
 */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { findFiles } from '../cli/paths.js'
import { readText } from '../cli/read.js'
import { Memory } from '../formats/memory.js'
import type { Desk } from './desk.js'
import { type Look, lookAt, type Subject } from './look.js'
import type { EditorSettings } from './settings.js'

export interface Looks {
  at(uri: string): Promise<Look | undefined>
  /** What a look at it would be made of; the same tag, the same look. Undefined where there is no such text. */
  tagOf(uri: string): string | undefined
  /** Open texts and the files below the workspace's folders. */
  uris(): Promise<string[]>
  forget(uri: string): void
}

export interface OpenTexts {
  get(uri: string): TextDocument | undefined
  keys(): string[]
}

export function looksAt(
  texts: OpenTexts,
  desk: Desk,
  settingsFor: (uri: string) => Promise<EditorSettings>,
): Looks {
  const kept = new Map<string, { tag: string; look: Promise<Look | undefined> }>()
  const memories = new Map<string, Memory>()

  function memoryOf(uri: string): Memory {
    const memory = memories.get(uri) ?? new Memory()
    memories.set(uri, memory)
    return memory
  }

  function tagOf(uri: string): string | undefined {
    const open = texts.get(uri)
    if (open) return `${desk.generation}:${open.version}`
    const stat = uri.startsWith('file:') ? statSync(desk.pathOf(uri), { throwIfNoEntry: false }) : undefined
    return stat?.isFile() ? `${desk.generation}:${stat.mtimeMs}:${stat.size}` : undefined
  }

  async function make(uri: string): Promise<Look | undefined> {
    const path = desk.pathOf(uri)
    const project = await desk.projectOf(path, await settingsFor(uri))
    if (project === undefined) return undefined
    const open = texts.get(uri)
    const subject = open
      ? { document: open, path, open: true, memory: memoryOf(uri) }
      : closedAt(uri, path, project.maxFileSize)
    if (subject === undefined) return undefined
    // What was never saved has no name that it could be known by.
    return uri.startsWith('file:')
      ? lookAt(subject, project, (findings) => desk.known.notKnown(path, project, findings))
      : lookAt(subject, project)
  }

  return {
    tagOf,
    at(uri) {
      const tag = tagOf(uri)
      if (tag === undefined) return Promise.resolve(undefined)
      const before = kept.get(uri)
      if (before?.tag === tag) return before.look
      const look = make(uri)
      kept.set(uri, { tag, look })
      return look
    },
    async uris() {
      const found = new Set(texts.keys())
      for (const root of desk.roots)
        for (const file of await filesBelow(root, desk)) found.add(pathToFileURL(file).href)
      return [...found]
    },
    forget(uri) {
      kept.delete(uri)
      memories.delete(uri)
    },
  }
}

function closedAt(uri: string, path: string, limit: number): Subject | undefined {
  try {
    return { document: TextDocument.create(uri, '', 0, readText(path, limit)), path, open: false }
  } catch {
    return undefined
  }
}

async function filesBelow(root: string, desk: Desk): Promise<string[]> {
  if (!existsSync(root)) return []
  const own = join(root, '.zhengmingignore')
  const { files } = await findFiles([root], {
    ignorePath: existsSync(own) ? own : undefined,
    leavesOut: async (folder) =>
      (await desk.projectOf(join(folder, 'x'), { inlayHints: false, debounce: 0 }))?.ignores ?? (() => false),
  })
  return files
}
