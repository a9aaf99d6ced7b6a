/**
 * What every caller uses: glossary, rules and houses loaded once, articles linted and fixed one after the other.
 * A session holds no article; settings may differ from one to the next (a config's overrides), and what they
 * resolve to is kept. The chain is loaded with the first article: who finds all findings kept from before needs none.
 */
import type { Processor } from 'unified'
import type { Disabled } from './findings/disabled.js'
import type { Finding } from './findings/finding.js'
import { applyFixes } from './findings/fix.js'
import type { Memory } from './formats/memory.js'
import type { SourceFacts } from './formats/source.js'
import type { Facts } from './pipeline.js'
import type { Shipped } from './rules/compiled.js'
import { type Settings, type Setup, setUp } from './setup.js'
import type { Document } from './text/document.js'

export interface SessionOptions extends Settings {
  /** Glossary, rules and houses in place of the shipped ones. */
  data?: Shipped
}

export interface ArticleInput {
  /** Decoded text; a BOM is taken off. */
  text: string
  /** Tells the format by its extension, and stands in the result. */
  path?: string
  format?: SourceFacts['format']
  /** `YYYY-MM-DD`; wins over what the article says. */
  date?: string | undefined
  /** From outside of the text (its file's name, a list): where front matter and `date` say none. */
  dateElse?: string | undefined
  /** In place of the session's. */
  settings?: Settings
  /** One `new Memory()` for an article that is linted again and again while it is written: what did not change is not parsed anew. */
  memory?: Memory | undefined
  /** Findings that it refuses are decided already: neither reported nor fixed. */
  keep?: ((finding: Finding) => boolean) | undefined
}

export interface Result {
  path: string | undefined
  /** As linted: without BOM. All offsets point into it. */
  text: string
  findings: Finding[]
  /** Switched off by comments in the text, with the reasons that stand there. */
  disabled: Disabled[]
  /** Words and numbers of its prose. */
  words: number
}

export interface Survey extends Result {
  facts: Facts
  document: Document
}

export interface Fixed extends Result {
  /** How many edits were made. */
  applied: number
}

export interface FixOptions {
  /** Also what wants a person. Default: only edits that cannot change meaning. */
  suggested?: boolean
}

export interface Session {
  readonly data: Shipped
  setup(settings?: Settings): Setup
  lint(article: ArticleInput): Promise<Result>
  /** Applies fixes until none is left; the findings are those of the fixed text. */
  fix(article: ArticleInput, options?: FixOptions): Promise<Fixed>
  /** The date of the article and every term of the glossary that stands in it, right or wrong. */
  facts(article: ArticleInput): Promise<Facts>
  /** Findings and facts in one look. */
  survey(article: ArticleInput): Promise<Survey>
  /** Its tokens and sentences, for who looks at articles and finds nothing in them. */
  read(article: ArticleInput): Promise<Document>
}

const mostRounds = 10

export async function createSession(options: SessionOptions = {}): Promise<Session> {
  const { data: given, ...defaults } = options
  const data = given ?? (await import('#shipped')).default
  const setups = new Map<string, { setup: Setup; processor?: Processor }>()

  function prepared(settings: Settings = defaults) {
    const key = JSON.stringify(settings)
    let made = setups.get(key)
    if (made === undefined) {
      made = { setup: setUp(data, settings) }
      setups.set(key, made)
    }
    return made
  }

  async function look(article: ArticleInput) {
    const { checker, fileOf, lintFile } = await pipeline()
    const kept = prepared(article.settings)
    kept.processor ??= checker(kept.setup)
    const { file, format } = fileOf(article)
    const { findings, disabled, words, document } = await lintFile(
      file,
      format,
      kept.processor,
      kept.setup,
      article,
    )
    const left = article.keep ? findings.filter(article.keep) : findings
    const result = { path: article.path, text: String(file), findings: left, disabled, words }
    return { result, document, setup: kept.setup }
  }

  async function lint(article: ArticleInput): Promise<Result> {
    return (await look(article)).result
  }

  async function survey(article: ArticleInput): Promise<Survey> {
    const { factsIn } = await pipeline()
    const { result, document, setup } = await look(article)
    return { ...result, document, facts: factsIn(document, setup) }
  }

  async function facts(article: ArticleInput): Promise<Facts> {
    const { factsOf, fileOf } = await pipeline()
    const { file, format } = fileOf(article)
    return factsOf(file, format, prepared(article.settings).setup, article.memory)
  }

  async function read(article: ArticleInput): Promise<Document> {
    const { documentIn, fileOf } = await pipeline()
    const { file, format } = fileOf(article)
    return documentIn(file, format, article.memory)
  }

  async function fix(article: ArticleInput, { suggested = false }: FixOptions = {}): Promise<Fixed> {
    let result = await lint(article)
    let applied = 0
    for (let round = 0; round < mostRounds; round++) {
      const wanted = result.findings.flatMap((f) =>
        f.fix && (suggested || f.fix.class === 'safe') ? [f.fix] : [],
      )
      const { text, count } = applyFixes(result.text, wanted)
      if (count === 0) break
      applied += count
      result = await lint({ ...article, text })
    }
    return { ...result, applied }
  }

  return { data, setup: (settings) => prepared(settings).setup, lint, fix, facts, survey, read }
}

let chain: Promise<typeof import('./pipeline.js')> | undefined

function pipeline() {
  chain ??= import('./pipeline.js')
  return chain
}
