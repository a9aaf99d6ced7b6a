/**
 * Where a concept and a rule can be read: the anchor of each in the glossary as HTML, and the address that a finding
 * carries. Every link to a page is made here. Without a base address a term finding points at its concept's first source.
 */
import type { CompiledConcept } from '../glossary/compiled.js'

export interface Subject {
  /** Its page comes first … */
  concept?: CompiledConcept | undefined
  /** … else that of the rule. */
  rule?: string | undefined
}

export function conceptAnchor(id: string): string {
  return `concept/${id}`
}

export function ruleAnchor(id: string): string {
  return `rule/${id}`
}

/** `pages` is the address of the HTML file; what stands behind its # is replaced. */
export function addressOf({ concept, rule }: Subject, pages: string | undefined): string | undefined {
  if (pages === undefined) return concept && sourceOf(concept)
  if (concept !== undefined) return at(pages, conceptAnchor(concept.id))
  return rule === undefined ? undefined : at(pages, ruleAnchor(rule))
}

function at(pages: string, anchor: string): string {
  return `${pages.replace(/#.*$/s, '')}#${anchor}`
}

function sourceOf({ sources }: CompiledConcept): string | undefined {
  for (const source of sources) {
    const start = source.search(/https?:\/\//)
    if (start >= 0) return source.slice(start)
  }
  return undefined
}
