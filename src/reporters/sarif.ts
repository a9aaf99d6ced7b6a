/**
 * SARIF 2.1.0 for code scanning: each finding a result with its place, fix, fingerprint, baseline state and suppression,
 * each rule with its error type of MQM, which stands beside them as a taxonomy. Columns count UTF-16 units, offsets from 0.
 * Paths are relative to where the run stands, which should be the repository.
 */
import type * as Sarif from 'sarif'
import { errorTypes, mqmOf } from '../findings/mqm.js'
import type { Severity } from '../glossary/compiled.js'
import { slashed } from './annotation.js'
import { fingerprintsOf } from './fingerprint.js'
import type { FileReport, Reporter, Tool } from './reporter.js'
import type { Row } from './row.js'
import { visible } from './width.js'

export const sarif: Reporter = (reports, { tool = { version: '', rules: [] } }) => {
  const rules = rulesOf(reports, tool)
  const index = new Map(rules.map(({ id }, i) => [id, i]))
  const run: Sarif.Run = {
    tool: {
      driver: {
        name: 'zhengming',
        ...(tool.version === '' ? {} : { version: tool.version, semanticVersion: tool.version }),
        rules,
        supportedTaxonomies: [{ name: 'MQM', index: 0 }],
      },
    },
    columnKind: 'utf16CodeUnits',
    taxonomies: [mqm],
    artifacts: reports.map(({ path, words }) => ({
      location: locationOf(path),
      roles: ['analysisTarget'],
      properties: { words },
    })),
    results: reports.flatMap((report, i) => resultsOf(report, i, index)),
  }
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] } satisfies Sarif.Log)}\n`
}

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

const mqm: Sarif.ToolComponent = {
  name: 'MQM',
  version: '2.0',
  organization: 'The MQM Council',
  informationUri: 'https://themqm.org/',
  shortDescription: { text: 'Multidimensional Quality Metrics: error types of translations' },
  taxa: errorTypes.map(({ id, name, dimension }) => ({
    id,
    name,
    shortDescription: { text: `${dimension}: ${name}` },
  })),
}

function taxonOf(row: {
  ruleId: string
  severity: Severity
}): Sarif.ReportingDescriptorReference | undefined {
  const { type } = mqmOf(row)
  if (type === undefined) return undefined
  return { id: type.id, index: errorTypes.indexOf(type), toolComponent: { name: 'MQM', index: 0 } }
}

/** Those that spoke, with what is known of them. */
function rulesOf(reports: readonly FileReport[], tool: Tool): Sarif.ReportingDescriptor[] {
  const known = new Map(tool.rules.map((rule) => [rule.id, rule]))
  const spoke = new Map(reports.flatMap(({ findings }) => findings.map((row) => [row.ruleId, row])))
  return [...spoke.keys()].sort().map((id) => {
    const rule = known.get(id)
    const severity = rule?.severity ?? (spoke.get(id) as Row).severity
    const taxon = taxonOf({ ruleId: id, severity })
    return {
      id,
      ...(rule === undefined ? {} : { shortDescription: { text: rule.summary } }),
      defaultConfiguration: { level: levels[severity] },
      ...(taxon === undefined ? {} : { relationships: [{ target: taxon, kinds: ['superset'] }] }),
    }
  })
}

function resultsOf(
  { path, findings }: FileReport,
  artifact: number,
  rules: Map<string, number>,
): Sarif.Result[] {
  const prints = fingerprintsOf(path, findings)
  const location = { ...locationOf(path), index: artifact }
  return findings.map((row, i) => {
    const taxon = taxonOf(row)
    const { penalty, severity } = mqmOf(row)
    return {
      ruleId: row.ruleId,
      ruleIndex: rules.get(row.ruleId) as number,
      level: levels[row.severity],
      message: { text: [visible(row.message), row.note, row.when].filter(Boolean).join('. ') },
      locations: [{ physicalLocation: { artifactLocation: location, region: regionOf(row) } }],
      partialFingerprints: { 'zhengming/v1': prints[i] as string },
      ...(taxon === undefined ? {} : { taxa: [taxon] }),
      ...(row.baseline === undefined ? {} : { baselineState: row.baseline }),
      ...(row.suppressed === undefined ? {} : { suppressions: [row.suppressed] }),
      ...relatedOf(row, location),
      ...(row.fix === undefined ? {} : { fixes: [fixOf(row.fix, location)] }),
      ...(isAddress(row.url) ? { hostedViewerUri: row.url } : {}),
      properties: {
        concept: row.concept,
        chinese: row.zh,
        found: row.actual,
        expected: row.expected,
        mqmSeverity: severity,
        penalty,
      },
    }
  })
}

function regionOf({ line, column, endLine, endColumn, actual }: Row): Sarif.Region {
  const region = { startLine: line, startColumn: column, endLine, endColumn }
  return actual === '' ? region : { ...region, snippet: { text: actual } }
}

function relatedOf({ related = [] }: Row, artifactLocation: Sarif.ArtifactLocation): Partial<Sarif.Result> {
  if (related.length === 0) return {}
  return {
    relatedLocations: related.map(({ start, end, message }, id) => ({
      id,
      physicalLocation: { artifactLocation, region: { charOffset: start, charLength: end - start } },
      message: { text: visible(message) },
    })),
  }
}

function fixOf(
  { start, end, text, class: kind }: NonNullable<Row['fix']>,
  artifactLocation: Sarif.ArtifactLocation,
) {
  return {
    description: { text: kind === 'safe' ? 'Cannot change the meaning' : 'Suggested; wants a person' },
    artifactChanges: [
      {
        artifactLocation,
        replacements: [
          { deletedRegion: { charOffset: start, charLength: end - start }, insertedContent: { text } },
        ],
      },
    ],
  }
}

/** A relative path as a relative address, an absolute one as a file's. */
function locationOf(path: string): Sarif.ArtifactLocation {
  const address = slashed(path).split('/').map(encodeURIComponent).join('/')
  return {
    uri: path.startsWith('/') ? `file://${address}` : /^[a-z]:/i.test(path) ? `file:///${address}` : address,
  }
}

function isAddress(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)
}
