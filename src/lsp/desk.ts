/**
 * The configs of the workspace's folders, as they are on the disk, read anew when one of their files changes. Where a
 * config or a glossary is broken (saved half-written), the last one that was whole stays in force and its problems are kept to be shown.
 */
import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Project, type Projects, projects } from '../config/project.js'
import type { Problem } from '../glossary/problem.js'
import { type Known, knownOf } from './known.js'
import { type EditorSettings, overlayIn } from './settings.js'
import { type Broken, problemsOf, warm } from './warm.js'

export interface Desk {
  /** Absolute paths of the workspace's folders. */
  roots: string[]
  /** Grows with every reload: what was worked out before is stale. */
  readonly generation: number
  /** The old configs stay in force until the new ones are read. False: another reload overtook this one. */
  reload(): Promise<boolean>
  /** Undefined where the config was never whole. */
  projectOf(path: string, settings: EditorSettings): Promise<Project | undefined>
  configOf(path: string): string | undefined
  /** What is wrong with the configs and baselines that were asked for, each once. */
  problems(): Problem[]
  /** What the baselines know. */
  readonly known: Known
  /** A baseline is another one now. */
  knowsMore(): void
  /** The workspace's folder that a file is in, else its own. */
  folderOf(path: string): string
  /** Where the settings of an unsaved text come from. */
  pathOf(uri: string): string
}

export function deskOf(): Desk {
  let loaded = new Map<string, Projects>()
  let broken = new Map<string, Problem[]>()
  const whole = new Map<string, Project>()
  /** Configs with glossaries: what takes long to compile. */
  const heavy = new Set<string>()
  /** Known to be broken: not to be compiled again. */
  let failed = none
  let generation = 0
  let asked = 0

  function projectsFor(settings: EditorSettings): Projects {
    const key = JSON.stringify(overlayIn(settings))
    const made = loaded.get(key) ?? projects(undefined, overlayIn(settings))
    loaded.set(key, made)
    return made
  }

  const desk: Desk = {
    roots: [],
    known: knownOf((file) => desk.folderOf(file)),
    knowsMore() {
      generation++
    },
    folderOf(path) {
      const around = desk.roots.filter((root) => path.startsWith(root.endsWith(sep) ? root : root + sep))
      return around.sort((a, b) => b.length - a.length)[0] ?? dirname(path)
    },
    get generation() {
      return generation
    },
    async reload() {
      const mine = ++asked
      const files = [...heavy].filter((config) => existsSync(config))
      const found = files.length > 0 ? await warm(files) : none
      if (mine !== asked) return false
      loaded = new Map()
      broken = new Map()
      failed = found
      generation++
      return true
    },
    async projectOf(path, settings) {
      const all = projectsFor(settings)
      const config = all.configOf(path) ?? ''
      const key = JSON.stringify([config, overlayIn(settings)])
      const at = generation
      const problems = failed.get(config)
      if (problems) {
        broken.set(config, problems)
        return whole.get(key)
      }
      try {
        const project = await all.of(path)
        whole.set(key, project)
        if (project.glossaries.length > 0) heavy.add(config)
        return project
      } catch (error) {
        if (at === generation) broken.set(config, problemsOf(error, config))
        if (config) heavy.add(config)
        return whole.get(key)
      }
    },
    configOf: (path) => projectsFor(settingsNone).configOf(path),
    problems() {
      const all = [...broken.values()].flat().concat(desk.known.problems())
      const seen = new Map(all.map((one) => [JSON.stringify(one), one]))
      return [...seen.values()]
    },
    pathOf(uri) {
      return uri.startsWith('file:') ? fileURLToPath(uri) : join(desk.roots[0] ?? process.cwd(), 'untitled')
    },
  }
  return desk
}

const none: Broken = new Map()
const settingsNone: EditorSettings = { inlayHints: false, debounce: 0 }
