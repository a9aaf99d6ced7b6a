/**
 * Who reads each format: its published schema where there is one, and a consumer of it from the registry. Each throws on
 * what it cannot read, and says how many open problems it saw.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { RDFormatValidator } from '@umbrelladocs/rdformat-validator'
import Ajv from 'ajv-draft-04'
import { parse as parseJunit } from 'junit2json'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import Papa from 'papaparse'
import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import type { Log } from 'sarif'
import { unified } from 'unified'
import xmlJs from 'xml-js'
import { z } from 'zod'
import { readNdjson } from '../../src/reporters/read-ndjson.js'
import { isOpen } from '../../src/reporters/row.js'

const require = createRequire(import.meta.url)

const sarifSchema = new Ajv({
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  allErrors: true,
}).compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))

export function readSarif(text: string): Log {
  const log = JSON.parse(text)
  sarifSchema(log)
  if (sarifSchema.errors) throw new Error(JSON.stringify(sarifSchema.errors))
  return log
}

const jenkins = XmlDocument.fromString(readFileSync(join(import.meta.dirname, 'jenkins-junit.xsd'), 'utf8'))
const junitSchema = XsdValidator.fromDoc(jenkins)

/** Well formed, and valid by the schema of Jenkins. */
export function readJunit(xml: string) {
  const document = XmlDocument.fromString(xml)
  try {
    junitSchema.validate(document)
  } finally {
    document.dispose()
  }
  return parseJunit(xml)
}

export interface Violation {
  file: string
  line: number
  column: number
  severity: string
  message: string
}

/** As danger-plugin-lint-report does. */
export function readCheckstyle(xml: string): Violation[] {
  const { parseCheckstyle } = require('danger-plugin-lint-report/dist/parse/checkstyle_parser.js')
  XmlDocument.fromString(xml).dispose()
  return parseCheckstyle(xmlJs.xml2js(xml), '/nowhere')
}

/** What GitLab's parser asks of each: app/validators/json_schemas/codeclimate.json and lib/gitlab/ci/reports in gitlabhq/gitlabhq. */
const degradation = z.looseObject({
  description: z.string().min(1),
  fingerprint: z.string().min(1),
  severity: z.enum(['blocker', 'critical', 'major', 'minor', 'info', 'unknown']),
  location: z.looseObject({ path: z.string().min(1), lines: z.looseObject({ begin: z.int().min(1) }) }),
})

export function readGitlab(text: string) {
  return z.array(degradation).parse(JSON.parse(text))
}

export async function readRdjson(text: string): Promise<{ diagnostics: unknown[] }> {
  const validator = new RDFormatValidator({ strictMode: true, allowExtraFields: false })
  const { valid, errors } = await validator.validateString(text)
  if (!valid || errors.length > 0) throw new Error(JSON.stringify(errors))
  return JSON.parse(text)
}

export function readCsv(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return data
}

interface Node {
  type: string
  tagName?: string
  properties?: Record<string, unknown>
  children?: Node[]
}

function all(node: unknown, wanted: (one: Node) => boolean): Node[] {
  const one = node as Node
  return [...(wanted(one) ? [one] : []), ...(one.children ?? []).flatMap((child) => all(child, wanted))]
}

/** By format: how many problems somebody has to do something about. */
export const problemsIn: Record<string, (text: string) => number | Promise<number>> = {
  stylish: (text) => Number(/, (\d+) problems?:/.exec(text)?.[1]),
  unix: (text) => text.trimEnd().split('\n').length,
  json: (text) =>
    (JSON.parse(text) as { errorCount: number; warningCount: number }[]).reduce(
      (sum, { errorCount, warningCount }) => sum + errorCount + warningCount,
      0,
    ),
  ndjson: (text) => readNdjson(text, 'x').flatMap(({ findings }) => findings.filter(isOpen)).length,
  sarif: (text) =>
    readSarif(text).runs[0]?.results?.filter(
      ({ suppressions = [], baselineState = 'new' }) => suppressions.length === 0 && baselineState === 'new',
    ).length ?? 0,
  junit: async (text) => ((await readJunit(text)) as { failures: number }).failures,
  checkstyle: (text) => readCheckstyle(text).length,
  github: (text) => text.match(/^::(error|warning|notice) /gm)?.length ?? 0,
  gitlab: (text) => readGitlab(text).length,
  rdjson: async (text) => (await readRdjson(text)).diagnostics.length,
  markdown: (text) =>
    all(unified().use(remarkParse).use(remarkGfm).parse(text), ({ type }) => type === 'tableRow').length - 1,
  csv: (text) => readCsv(text).length,
  html: (text) => all(unified().use(rehypeParse).parse(text), ({ tagName }) => tagName === 'mark').length,
}
