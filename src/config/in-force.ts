/**
 * What a config means for one file: its own settings, then the overrides whose globs fit, the later winning, and the
 * command line above all. Globs are relative to the folder of the config that is in force.
 */
import { dirname, relative, sep } from 'node:path'
import picomatch from 'picomatch'
import type { Settings } from '../setup.js'
import { accepts, decisionsOf, idleProblem } from './accept.js'
import type { Checked } from './check.js'
import type { Placed } from './placed.js'
import { defaultMaxFileSize, type Overlay, type Project } from './project.js'
import { today } from './today.js'

export type InForce = Omit<
  Project,
  'path' | 'session' | 'glossaries' | 'baseline' | 'sources' | 'files' | 'dateFor' | 'groupFor' | 'doubtful'
>

export function inForce(path: string, { config, houses, pages, hints }: Checked, overlay: Overlay): InForce {
  const folder = dirname(path)
  const fits = (globs: readonly string[]) => {
    const match = picomatch(globs.map(deep), { dot: true })
    return (file: string) => match(relative(folder, file).replaceAll(sep, '/'))
  }
  const ignored = fits(config.ignore.map(({ value }) => value))
  const overrides = config.overrides.map(({ value }) => ({ ...value, fits: fits(value.files) }))
  const { live, expired } = decisionsOf(config.accept, today())
  const decisions = live.map((placed) => {
    const { files } = placed.value
    return { placed, fits: files ? fits(files) : () => true, used: false }
  })
  const failOn = overlay.failOn ?? config.failOn?.value ?? 'error'
  const settingsFor = (file: string): Settings => {
    const layers = overrides.filter((o) => o.fits(file))
    const last = <T>(values: (T | undefined)[]) => values.findLast((v) => v !== undefined)
    const house = last([config.house?.value, ...layers.map((o) => o.house)])
    return {
      house: overlay.house ?? houses[house ?? 'neutral'],
      rules: Object.assign({}, plain(config.rules), ...layers.map((o) => o.rules)),
      style: Object.assign({}, plain(config.style), ...layers.map((o) => o.style)),
      info: overlay.info ?? last([config.info?.value, ...layers.map((o) => o.info)]) ?? failOn === 'info',
      pages,
    }
  }
  const reasonsFor: Project['reasonsFor'] = (file) => {
    const here = decisions.filter((d) => d.fits(file))
    if (here.length === 0) return undefined
    return (finding) => {
      const fitting = here.filter((d) => accepts(d.placed.value, finding))
      for (const d of fitting) d.used = true
      return fitting[0]?.placed.value.reason
    }
  }
  return {
    failOn,
    maxWarnings: overlay.maxWarnings ?? config.maxWarnings?.value,
    maxFileSize: config.maxFileSize?.value ?? defaultMaxFileSize,
    expired,
    settingsFor,
    ignores: (file) => config.ignore.length > 0 && ignored(file),
    reasonsFor,
    keepFor: (file) => {
      const reasonOf = reasonsFor(file)
      return reasonOf && ((finding) => reasonOf(finding) === undefined)
    },
    idle: (covered) =>
      decisions.flatMap(({ placed, used }) => {
        const info = overlay.info ?? config.info?.value ?? failOn === 'info'
        return used || (!info && hints.includes(placed.value.rule ?? ''))
          ? []
          : // One of a config that this one extends may have its work elsewhere.
            idleProblem(placed, covered, info).filter(({ file }) => file === path)
      }),
  }
}

/** A glob without a slash means that name at any depth, as in ignore files; a folder means what is in it. */
function deep(glob: string): string {
  const open = glob.replace(/^\.\//, '').replace(/\/$/, '/**')
  return open.includes('/') ? open : `**/${open}`
}

function plain<T>(placed: Record<string, Placed<T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(placed).map(([key, { value }]) => [key, value]))
}
