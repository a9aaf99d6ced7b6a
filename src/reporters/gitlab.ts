/**
 * GitLab's Code Quality report: an issue for each concept and file, with a fingerprint that holds no line, so that a
 * merge request shows what is new in it. Paths are relative to where the run stands, which should be the repository.
 */
import type { Issue, Severity as Weight } from 'codeclimate-types'
import { hashed } from '../findings/fingerprint.js'
import type { Severity } from '../glossary/compiled.js'
import { type Annotation, annotationsOf } from './annotation.js'
import { keyOf } from './fold.js'
import type { Reporter } from './reporter.js'

export const gitlab: Reporter = (reports) =>
  `${JSON.stringify(annotationsOf(reports).map(issueOf), null, 2)}\n`

const severities: Record<Severity, Weight> = { error: 'major', warning: 'minor', info: 'info' }

function issueOf({ path, block, first, message, notes }: Annotation): Issue {
  return {
    type: 'issue',
    check_name: first.ruleId,
    description: [message, ...notes].join('. '),
    content: notes.length > 0 ? { body: notes.join('\n\n') } : undefined,
    categories: ['Style'],
    severity: severities[block.severity],
    fingerprint: hashed(JSON.stringify([path, keyOf(first)])),
    location: { path, lines: { begin: first.line, end: first.endLine } },
  }
}
