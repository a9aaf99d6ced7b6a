/**
 * What a config means for one file: its own settings, then the overrides whose globs fit, the later winning, and the
 * command line above all. Globs are relative to the folder of the config that is in force.
 */
import { dirname } from 'node:path'
import type { Settings } from '../setup.js'
import { accepts, decisionsOf, idleProblem } from './accept.js'
import type { Checked } from './check.js'
import { globsOf } from './globs.js'
import type { Placed } from './placed.js'
import { type Beside, defaultMaxFileSize, type Overlay, type Project } from './project.js'
import { today } from './today.js'

export type InForce = Omit<
  Project,
  'path' | 'session' | 'glossaries' | 'baseline' | 'sources' | 'files' | keyof Beside
>

export async function inForce(
  path: string,
  { config, houses, pages, hints }: Checked,
  overlay: Overlay,
): Promise<InForce> {
  const fits = await globsOf(config, dirname(path))
  const ignored = fits(config.ignore.map(({ value }) => value))
  const overrides = config.overrides.map(({ value }) => ({ ...value, fits: fits(value.files) }))
  const { live, expired } = decisionsOf(config.accept, today())
  const decisions = live.map((placed) => {
    const { files } = placed.value
    return { placed, fits: files ? fits(files) : () => true, used: false }
  })
  const failOn = overlay.failOn ?? config.failOn?.value ?? 'error'
  const settingsUnder = (layers: typeof overrides): Settings => {
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
  // The same for all files of which the same holds: what hangs on them is made once.
  const known = new Map<string, Settings>()
  const settingsFor = (file: string): Settings => {
    const layers = overrides.filter((o) => o.fits(file))
    const which = layers.map((o) => overrides.indexOf(o)).join()
    const settings = known.get(which) ?? settingsUnder(layers)
    known.set(which, settings)
    return settings
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

function plain<T>(placed: Record<string, Placed<T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(placed).map(([key, { value }]) => [key, value]))
}
