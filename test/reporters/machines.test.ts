/** Each format for machines read by its published schema or by a consumer of it, with a report full of hostile text. */
import * as core from '@actions/core'
import type { Log } from 'sarif'
import { describe, expect, it, vi } from 'vitest'
import { checkstyle } from '../../src/reporters/checkstyle.js'
import { csv } from '../../src/reporters/csv.js'
import { github } from '../../src/reporters/github.js'
import { gitlab } from '../../src/reporters/gitlab.js'
import { junit } from '../../src/reporters/junit.js'
import { ndjson } from '../../src/reporters/ndjson.js'
import { rdjson } from '../../src/reporters/rdjson.js'
import { readNdjson } from '../../src/reporters/read-ndjson.js'
import { type FileReport, plainPaper, type Reporter } from '../../src/reporters/reporter.js'
import { sarif } from '../../src/reporters/sarif.js'
import { unix } from '../../src/reporters/unix.js'
import { finding } from './finding.js'
import { evil, hostile, text } from './hostile.js'
import { readCheckstyle, readCsv, readGitlab, readJunit, readRdjson, readSarif } from './readers.js'

const tool = {
  version: '1.2.3',
  rules: [{ id: 'term/deprecated', summary: 'A wrong name.', severity: 'warning' as const }],
}
const print = (reporter: Reporter, reports: readonly FileReport[] = hostile) =>
  reporter(reports, { ...plainPaper, tool })
const rows = hostile.flatMap((r) => r.findings)
const path = hostile[0]?.path as string

function report(findings: FileReport['findings'], name = 'a.txt'): FileReport {
  return { path: name, absolute: `/${name}`, findings, text: '' }
}

describe('sarif', () => {
  const run = (reports = hostile) => (JSON.parse(print(sarif, reports)) as Log).runs[0]!

  it('is SARIF 2.1.0 by its schema, empty ones too', () => {
    for (const reports of [hostile, []]) expect(() => readSarif(print(sarif, reports))).not.toThrow()
    expect(() => readSarif(JSON.stringify({ version: '2.1.0', runs: [{ results: [] }] }))).toThrow(/tool/)
  })

  it('has the rule, the place, the fix and the error type of MQM of each finding', () => {
    const { results = [], tool: used, taxonomies = [] } = run()
    expect(results).toHaveLength(rows.length)
    for (const [i, result] of results.entries()) {
      const row = rows[i]!
      expect(used.driver.rules?.[result.ruleIndex as number]?.id).toBe(row.ruleId)
      const place = result.locations?.[0]?.physicalLocation
      expect(decodeURIComponent(place?.artifactLocation?.uri as string)).toBe(path)
      expect(place?.region).toMatchObject({ startLine: row.line, startColumn: row.column })
      for (const taxon of result.taxa ?? [])
        expect(taxonomies[0]?.taxa?.[taxon.index as number]?.id).toBe(taxon.id)
    }
    expect(results[0]?.taxa?.[0]?.id).toBe('terminology/inconsistent-with-terminology-resource')
    const [change] = results[0]?.fixes?.[0]?.artifactChanges ?? []
    const { deletedRegion, insertedContent } = change?.replacements[0] ?? {}
    const { charOffset = 0, charLength = 0 } = deletedRegion ?? {}
    expect(text.slice(charOffset, charOffset + charLength)).toBe(evil)
    expect(insertedContent?.text).toBe('<i>')
  })

  it('has fingerprints of its own where the run made none; none twice in a file, none with a line', () => {
    const two = [finding(1, 1, { actual: 'x' }), finding(2, 1, { actual: 'x' })]
    const prints = (findings: FileReport['findings']) =>
      run([report(findings)]).results?.map((r) => r.partialFingerprints?.['zhengming/v1'])
    const [first, second] = prints(two) as string[]
    expect(first).not.toBe(second)
    expect(prints(two.map((row) => ({ ...row, line: row.line + 7 })))).toEqual([first, second])
    expect(run().results?.[0]?.partialFingerprints).toEqual({ 'zhengming/v1': 'f00d' })
  })

  it('says what is new, what is gone and what was decided, by the schema', () => {
    const decided = [
      finding(1, 1, { actual: 'x', baseline: 'unchanged' }),
      finding(1, 1, { actual: 'y', baseline: 'absent' }),
      finding(1, 1, { actual: 'z', suppressed: { kind: 'external', justification: 'our title' } }),
    ]
    const log = readSarif(print(sarif, [report(decided)]))
    expect(log.runs[0]?.results).toMatchObject([
      { baselineState: 'unchanged' },
      { baselineState: 'absent' },
      { suppressions: [{ kind: 'external', justification: 'our title' }] },
    ])
  })
})

describe('junit', () => {
  it('is valid by the schema of Jenkins', () => {
    readJunit(print(junit))
    readJunit(print(junit, []))
    expect(() => readJunit(print(junit).replace(' classname=', ' class='))).toThrow(/class/)
  })

  it('is read by junit2json: errors fail, the rest is skipped, a clean file passes', async () => {
    const read = (await readJunit(print(junit))) as {
      tests: number
      failures: number
      testsuite: { name: string; tests: number; failures: number; skipped: number; testcase: object[] }[]
    }
    const [bad, clean] = read.testsuite
    expect(read).toMatchObject({ tests: 5, failures: 2 })
    expect(bad).toMatchObject({ name: path, tests: 4, failures: 2, skipped: 2 })
    const [first, , third] = bad!.testcase as {
      failure: { message: string; inner: string }[]
      skipped?: []
    }[]
    expect(first?.failure[0]?.message).toContain(evil)
    expect(first?.failure[0]?.inner).toContain(`${path}:1:4`)
    expect(third?.skipped).toHaveLength(1)
    expect(clean).toMatchObject({ name: 'clean.txt', tests: 1, failures: 0 })
    expect(Object.keys(clean?.testcase[0] as object).sort()).toEqual(['classname', 'name'])
  })
})

describe('checkstyle', () => {
  it('is read by the parser of danger-plugin-lint-report', () => {
    const read = readCheckstyle(print(checkstyle))
    expect(read.map(({ line, column, severity }) => [line, column, severity])).toEqual(
      rows.map(({ line, column, severity }) => [line, column, severity]),
    )
    expect(read[0]).toMatchObject({ file: path })
    expect(read[0]?.message).toContain('<script>alert(1)</script>')
  })
})

describe('github', () => {
  it('writes what @actions/core writes', () => {
    const written: string[] = []
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((s) => written.push(String(s)) > 0)
    const message = 'Unexpected "a, b: 100%" (×2, also 2:1)\nbecause\r\nso'
    core.warning(message, {
      title: 'term/deprecated',
      file: 'some, folder/a:b.txt',
      startLine: 1,
      endLine: 1,
      startColumn: 4,
      endColumn: 16,
    })
    spy.mockRestore()
    const row = finding(1, 4, { actual: 'a, b: 100%', concept: 'x', note: 'because\r\nso', endColumn: 16 })
    const printed = print(github, [report([row, { ...row, line: 2, column: 1 }], 'some, folder/a:b.txt')])
    expect(printed.replace('because‹U+000D›‹U+000A›so', 'because%0D%0Aso')).toBe(written.join(''))
  })

  it('runs no command that an article writes', () => {
    const many = Array.from({ length: 14 }, (_, i) =>
      finding(i + 1, 1, { ...rows[0], concept: `c${i}`, line: i + 1 }),
    )
    const lines = print(github, [report(many, '::error::x ##[error]y')])
      .trimEnd()
      .split('\n')
    const commands = lines.filter((line) => /^\s*::/.test(line))
    expect(commands).toHaveLength(11)
    expect(commands.every((line) => /^::(error|notice) title=/.test(line))).toBe(true)
    // the runner reads `##[…]` anywhere in a line that is no command
    expect(lines.filter((line) => !line.startsWith('::') && line.includes('##['))).toEqual([])
  })

  it('shows the ten worst of a kind and counts the rest', () => {
    const many = ['warning', 'error', 'info'].flatMap((severity) =>
      Array.from({ length: 12 }, (_, i) =>
        finding(i + 1, 1, { severity: severity as 'error', actual: `${severity}${i}` }),
      ),
    )
    const lines = print(github, [report(many)])
      .trimEnd()
      .split('\n')
    const count = (kind: string) => lines.filter((line) => line.startsWith(`::${kind} `)).length
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10])
    expect(lines[0]).toContain('error0')
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(36 - 29)
    expect(lines[29]).toBe('::notice title=zhengming::7 more problems in 1 file, in the log of this step')
  })
})

describe('gitlab', () => {
  const issues = (reports = hostile) => JSON.parse(print(gitlab, reports))

  it('has what GitLab asks of an issue, one for a concept and file', () => {
    const all = readGitlab(print(gitlab))
    expect(all).toHaveLength(4)
    for (const { fingerprint, location } of all) {
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
      expect(location.path).toBe(path)
    }
    expect(() => readGitlab(JSON.stringify([{ ...all[0], fingerprint: undefined }]))).toThrow(/fingerprint/)
    expect(issues([])).toEqual([])
    expect(new Set(all.map((i: { fingerprint: string }) => i.fingerprint)).size).toBe(4)
  })

  it('keeps its fingerprints when lines move', () => {
    const moved = hostile.map((r) => ({
      ...r,
      findings: r.findings.map((f) => ({ ...f, line: f.line + 3 })),
    }))
    const prints = (all: { fingerprint: string }[]) => all.map((i) => i.fingerprint)
    expect(prints(issues(moved))).toEqual(prints(issues()))
  })
})

describe('rdjson', () => {
  it('is valid for the validator of the format, strictly', async () => {
    await readRdjson(print(rdjson))
  })

  it('counts columns in bytes of UTF-8, in suggestions too', () => {
    const { diagnostics } = JSON.parse(print(rdjson))
    const [first] = diagnostics
    const [line] = text.split('\n') as [string]
    const { start, end } = first.location.range
    expect(
      Buffer.from(line)
        .subarray(start.column - 1, end.column - 1)
        .toString(),
    ).toBe(evil)
    expect(first.suggestions[0]).toEqual({ range: first.location.range, text: '<i>' })
    expect(diagnostics[2].suggestions[0].range).toEqual({
      start: { line: 2, column: 7 },
      end: { line: 2, column: 10 },
    })
  })

  it('without the text stands at the line', () => {
    const { diagnostics } = JSON.parse(
      print(
        rdjson,
        hostile.map(({ text: _, ...r }) => r),
      ),
    )
    expect(diagnostics[0].location.range).toEqual({ start: { line: 1 }, end: { line: 1 } })
    expect(diagnostics[0].suggestions).toBeUndefined()
  })
})

describe('csv', () => {
  it('is read back by papaparse, a row a finding; nothing is a formula', () => {
    const data = readCsv(print(csv))
    expect(data.map(({ line, rule }) => [Number(line), rule])).toEqual(rows.map((f) => [f.line, f.ruleId]))
    expect(data[0]).toMatchObject({ file: path, found: evil, chinese: '主题教育' })
    expect(data.map(({ found }) => found).slice(3)).toEqual(["'=1+1", "'@x"])
    for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  })
})

describe('unix', () => {
  it('is a line a finding', () => {
    const lines = print(unix).trimEnd().split('\n')
    expect(lines).toHaveLength(rows.length)
    expect(lines[2]).toBe(`${path}:2:7: error: Unexpected "a a" [garble/repeated-word]`)
  })
})

describe('ndjson', () => {
  it('holds all that other formats need, but the text', () => {
    const lines = print(ndjson)
    const read = readNdjson(lines, 'x')
    const without = hostile.map(({ text: _, ...r }) => r)
    for (const reporter of [sarif, csv, junit, gitlab, github, rdjson, unix, ndjson])
      expect(print(reporter, read)).toBe(print(reporter, without))
  })

  it('says which line is none', () => {
    const bad = `${print(ndjson)}\n{"path": "x"}\nno\n`
    expect(() => readNdjson(bad, 'run.ndjson')).toThrow(/run.ndjson:4.*absolute[\s\S]*run.ndjson:5.*no JSON/)
  })
})
