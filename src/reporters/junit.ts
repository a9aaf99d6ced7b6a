/**
 * JUnit's XML, which every CI server reads: a file is a suite, a concept that is wrong in it a case that failed, and a
 * clean file a case that passed. Errors are failures; warnings and hints, which fail no run by default, are skipped cases with
 * the same text.
 */
import { type Annotation, annotationsOf } from './annotation.js'
import type { FileReport, Reporter } from './reporter.js'
import { type Xml, xml } from './xml.js'

export const junit: Reporter = (reports) => {
  const suites = reports.map((report) => ({ report, cases: annotationsOf([report]) }))
  const all = suites.flatMap(({ cases }) => cases)
  const tests = suites.reduce((sum, { cases }) => sum + Math.max(1, cases.length), 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
${
  xml`<testsuites name="zhengming" tests="${tests}" failures="${all.filter(isError).length}">
${suites.map(({ report, cases }) => suiteOf(report, cases))}</testsuites>`.text
}
`
}

function suiteOf({ path }: FileReport, cases: readonly Annotation[]): Xml {
  const failures = cases.filter(isError).length
  const head = xml`<testsuite name="${path}" tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0" skipped="${cases.length - failures}">`
  const inside =
    cases.length > 0 ? cases.map(caseOf) : [xml`<testcase name="no findings" classname="${path}"/>\n`]
  return xml`${head}
${inside}</testsuite>
`
}

function caseOf(one: Annotation): Xml {
  const { block, first, message, notes, path } = one
  const name = first.concept ?? first.actual
  const head = xml`<testcase name="${`${block.rules.join(', ')}: ${name}`}" classname="${path}">`
  const places = block.findings.map((f) => `${path}:${f.line}:${f.column}`)
  const text = [message, ...notes, ...places].join('\n')
  // the reason stands beside it: in Jenkins's schema `skipped` has no message
  if (!isError(one))
    return xml`${head}<skipped/><system-out>${`${block.severity}: ${text}`}</system-out></testcase>\n`
  return xml`${head}<failure message="${message}" type="${first.ruleId}">${text}</failure></testcase>\n`
}

function isError({ block }: Annotation): boolean {
  return block.severity === 'error'
}
