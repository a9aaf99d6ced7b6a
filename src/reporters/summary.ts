/** The last line: `5 files, 41 problems: 12 errors, 29 warnings; 7 can be fixed with --fix`. */
import { color, type FileReport, type Paper } from './reporter.js'

export function summary(reports: readonly FileReport[], { paint }: Paper): string {
  const all = reports.flatMap((r) => r.findings)
  const kinds = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: all.filter((f) => f.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paint[color[severity]](counted(count, severity)))
  const fixable = all.filter((f) => f.fix?.class === 'safe').length
  const fix = fixable > 0 ? `; ${fixable} can be fixed with --fix` : ''
  return `${counted(reports.length, 'file')}, ${counted(all.length, 'problem')}: ${kinds.join(', ')}${fix}`
}

export function counted(count: number, what: string, many = `${what}s`): string {
  return `${count} ${count === 1 ? what : many}`
}
