/** `--print-config FILE`: the settings in force for a file, as YAML, or as JSON with `--format json`. */
import { resolve } from 'node:path'
import { baselineOf, hasBaseline } from '../config/baseline-place.js'
import type { Project } from '../config/project.js'
import { projectOf, type Run } from './run/run.js'
import { shortPath } from './short-path.js'

export async function printConfig(args: readonly string[], run: Run): Promise<number> {
  const file = resolve(args[0] ?? 'article.txt')
  const project = await projectOf(file, run)
  if (project === undefined) return 2
  const { house, rules, style, info, pages } = project.settingsFor(file)
  const session = await project.session()
  const setup = session.setup({ house, rules, style, info, pages })
  const settings = {
    config: project.path === undefined ? null : shortPath(project.path),
    house: setup.house.name,
    info: setup.info,
    failOn: project.failOn,
    maxWarnings: project.maxWarnings ?? null,
    baseline: baselineIn(project, run),
    maxFileSize: project.maxFileSize,
    date: run.flags.date ?? project.dateFor(file) ?? null,
    pages: pages ?? null,
    ignored: project.ignores(file),
    concepts: setup.concepts.size,
    style: setup.style,
    rules: Object.fromEntries(
      session.data.rules
        .map(({ id, severity }) => {
          const on = [...setup.rules.values()].some((list) => list.some((rule) => rule.id === id))
          return [id, on ? (setup.severities.get(id) ?? severity) : 'off'] as const
        })
        .sort(([a], [b]) => a.localeCompare(b)),
    ),
  }
  const text =
    run.flags.format?.at(-1) === 'json'
      ? `${JSON.stringify(settings, null, 2)}\n`
      : (await import('yaml')).stringify(settings)
  process.stdout.write(text)
  return 0
}

/** Where there is one, or should be. */
function baselineIn(project: Project, { flags }: Run): string | null {
  const { path } = baselineOf(project, flags.baseline) ?? {}
  return path && hasBaseline(project, flags.baseline) ? shortPath(path) : null
}
