/**
 * Concepts as a glossary file that people go on writing, laid out as the shipped ones are: an entry each with a blank
 * line between, short lists on one line. Written out here because a YAML library takes a minute over 100,000 entries;
 * whatever is not plainly a plain text goes in double quotes, which YAML reads as JSON does.
 */
import type { Concept } from '../glossary/schema.js'

export function glossaryText(concepts: readonly Concept[], heading: string): string {
  const entries = concepts.map((concept) => `- ${block(concept, '  ').slice(2)}`)
  return `# ${heading}\n\n${entries.length > 0 ? entries.join('\n') : '[]\n'}`
}

const width = 110
/** YAML wants the mark of an explicit key before one that is longer. */
const longestKey = 1000

type Value = string | number | boolean | undefined | Value[] | { [key: string]: Value }

function block(map: object, indent: string): string {
  return Object.entries(map as Record<string, Value>)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => pair(key, value, indent))
    .join('')
}

function pair(key: string, value: Value, indent: string): string {
  const name = scalar(key, plain)
  const head = name.length > longestKey ? `${indent}? ${name}\n${indent}:` : `${indent}${name}:`
  const line = `${head} ${typeof value === 'object' ? flow(value) : scalar(value, plain)}`
  if (typeof value !== 'object' || (isLeaf(value) && line.length <= width)) return `${line}\n`
  return `${head}\n${Array.isArray(value) ? list(value, `${indent}  `) : block(value, `${indent}  `)}`
}

function list(items: readonly Value[], indent: string): string {
  return items
    .map((item) => {
      const line = `${indent}- ${typeof item === 'object' ? flow(item) : scalar(item, plain)}`
      if (typeof item !== 'object' || Array.isArray(item) || line.length <= width) return `${line}\n`
      return `${indent}- ${block(item, `${indent}  `).slice(indent.length + 2)}`
    })
    .join('')
}

/** Lists of texts, and the empty ones of both kinds. */
function isLeaf(value: object): boolean {
  const items = Object.values(value)
  return items.length === 0 || (Array.isArray(value) && items.every((item) => typeof item !== 'object'))
}

function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object') return scalar(value, plainInFlow)
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined)
  return pairs.length === 0
    ? '{}'
    : `{ ${pairs.map(([key, one]) => `${scalar(key, plainInFlow)}: ${flow(one)}`).join(', ')} }`
}

const plainInFlow = /^\p{L}(?:[\p{L}\p{N} '’“”()/.;+-]*[\p{L}\p{N}'’”)])?$/u
const plain =
  /^(?:\p{L}|\((?=\p{L}))(?:(?:[\p{L}\p{N} '’“”()|[\],/.;+~&、；，。-]|:(?! ))*[\p{L}\p{N}'’”)\].~])?$/u
/** What YAML of one version or another takes for something else. */
const taken = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i

function scalar(value: Value, pattern: RegExp): string {
  if (typeof value !== 'string') return String(value)
  return pattern.test(value) && !taken.test(value) ? value : JSON.stringify(value)
}
