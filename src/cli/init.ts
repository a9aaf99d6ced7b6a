/**
 * `zhengming init`: which house, which files, where the dates come from; then a config of about ten lines, never over
 * one that is there, and the concepts that the corpus wavers on most. Without a terminal it asks nothing.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import shipped from '#shipped'
import { modeline } from '../config/modeline.js'
import { configName, defaultMaxFileSize } from '../config/project.js'
import type { Facts } from '../pipeline.js'
import { rowOf } from '../reporters/row.js'
import { summary } from '../reporters/summary.js'
import { wrap } from '../reporters/width.js'
import { createSession } from '../session.js'
import { complain, didYouMean, reasonOf, UsageError } from './fail.js'
import { type Answers, ask } from './init/ask.js'
import { configText } from './init/config-text.js'
import { datesIn } from './init/dates.js'
import { wavering, waveringText } from './init/wavering.js'
import { findFiles } from './paths.js'
import { readText } from './read.js'
import { shortPath } from './short-path.js'
import { paperFor } from './terminal.js'

export interface InitFlags {
  yes?: boolean
  house?: string
  files?: string[]
  force?: boolean
}

export async function init(flags: InitFlags): Promise<number> {
  const path = resolve(configName)
  if (existsSync(path) && !flags.force)
    throw new UsageError(`${configName}: is there already; --force puts a new one in its place`)
  const answers = await answersOf(flags)
  const { files } = await findFiles(answers.files)
  const session = await createSession({ house: answers.house })
  const facts = new Map<string, Facts>()
  const reports = []
  let failed = false
  for (const file of files) {
    try {
      const article = { text: readText(file, defaultMaxFileSize), path: file }
      facts.set(file, await session.facts(article))
      reports.push({
        path: file,
        absolute: file,
        findings: (await session.lint(article)).findings.map(rowOf),
      })
    } catch (error) {
      complain(shortPath(file), reasonOf(error))
      failed = true
    }
  }
  const dates = datesIn(facts)
  const schema = modeline('config', dirname(path))
  writeFileSync(path, configText(answers, dates, shipped.houses, schema))
  const paper = paperFor(process.stdout, {})
  const said = [
    `Wrote ${configName} (house: ${answers.house}, files: ${answers.files.join(' ')}).`,
    ...dates.said.map((line) => wrap([line.split(' ')], paper.width, 0)),
  ]
  if (files.length === 0) said.push('No articles there yet.')
  else said.push('', waveringText(wavering(facts, session.data.glossary), paper), summary(reports, paper))
  process.stdout.write(`${said.join('\n')}\n`)
  return failed ? 2 : 0
}

async function answersOf({ yes, house, files }: InitFlags): Promise<Answers> {
  const names = Object.keys(shipped.houses)
  if (house !== undefined && !names.includes(house))
    throw new UsageError(
      `no house "${house}"${await didYouMean(house, names)}, there are ${names.join(', ')}`,
    )
  const guess: Answers = { house: house ?? 'neutral', files: files ?? ['.'] }
  if (yes || !process.stdin.isTTY) return guess
  return ask(guess, { house: house === undefined, files: files === undefined }, shipped.houses)
}
