/**
 * What `zhengming-disable`, `-enable` and `-disable-next-line` comments switch off. A comment that names no known rule,
 * or that switches nothing off, is a finding itself (`directive/unknown`, `directive/unused`), so that none outlives its cause.
 */
import type { VFile } from 'vfile'
import type { Directive, Range } from '../formats/source.js'
import type { Setup } from '../setup.js'
import { type Finding, isFinding } from './finding.js'

export interface Disabled {
  finding: Finding
  /** What stands behind `--` in the comment. */
  reason: string | undefined
}

/** Findings in order of place, those that comments switch off apart. */
export function byComments(file: VFile, setup: Setup): { findings: Finding[]; disabled: Disabled[] } {
  const findings = file.messages.filter(isFinding).sort(byPlace)
  const directives = file.data.zhengming?.directives ?? []
  if (directives.length === 0) return { findings, disabled: [] }
  const stretches = directives.flatMap((directive, i) => stretchOf(String(file), directives, i, directive))
  const used = new Set<Directive>()
  const disabled: Disabled[] = []
  const kept = findings.filter((finding) => {
    const covering = stretches.filter(
      (s) => s.start <= finding.start && finding.start < s.end && speaksOf(s.directive, finding.ruleId),
    )
    for (const { directive } of covering) used.add(directive)
    const [first] = covering
    if (first) disabled.push({ finding, reason: first.directive.reason })
    return first === undefined
  })
  return { findings: [...kept, ...remarks(file, directives, used, setup)].sort(byPlace), disabled }
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end
}

interface Stretch extends Range {
  directive: Directive
}

function stretchOf(text: string, all: readonly Directive[], at: number, directive: Directive): Stretch[] {
  if (directive.kind === 'enable') return []
  if (directive.kind === 'disable-next-line') {
    const line = text.indexOf('\n', directive.end)
    if (line < 0) return []
    const next = text.indexOf('\n', line + 1)
    return [{ directive, start: line + 1, end: next < 0 ? text.length + 1 : next }]
  }
  const closing = all
    .slice(at + 1)
    .find(
      (d) =>
        d.kind === 'enable' && (d.rules.length === 0 || directive.rules.some((r) => d.rules.includes(r))),
    )
  return [{ directive, start: directive.end, end: closing?.start ?? text.length + 1 }]
}

function speaksOf(directive: Directive, ruleId: string): boolean {
  return (
    directive.rules.length === 0 ||
    directive.rules.some(
      (rule) => rule === ruleId || rule === ruleId.split('/')[0] || rule === `${ruleId.split('/')[0]}/*`,
    )
  )
}

function remarks(
  file: VFile,
  directives: readonly Directive[],
  used: ReadonlySet<Directive>,
  setup: Setup,
): Finding[] {
  const known = setup.known
  return directives.flatMap((directive): Finding[] => {
    if (directive.kind === 'enable') return []
    const unknown = directive.rules.filter((rule) => !known.has(rule) && !known.has(`${rule}/*`))
    const [ruleId, reason] =
      unknown.length > 0
        ? ['directive/unknown', `Unknown rule "${unknown.join('", "')}" in a zhengming comment`]
        : used.has(directive)
          ? ['', '']
          : ['directive/unused', `Unused zhengming comment, nothing here is switched off by it`]
    if (!ruleId) return []
    return [remark(file, directive, ruleId, reason as string)]
  })
}

function remark(file: VFile, { start, end }: Range, ruleId: string, reason: string): Finding {
  const text = String(file)
  const point = (offset: number) => {
    const before = text.slice(0, offset).split('\n')
    return { line: before.length, column: (before.at(-1) as string).length + 1, offset }
  }
  const message = file.message(reason, {
    place: { start: point(start), end: point(end) },
    ruleId,
    source: 'zhengming',
  })
  return Object.assign(message, {
    severity: 'warning' as const,
    fatal: false,
    start,
    end,
    actual: text.slice(start, end),
    expected: [],
  }) as unknown as Finding
}
