#!/usr/bin/env node
/**
 * The command line. Commands load when they run, so that a lint waits for nothing else. Exit codes: 0 clean or below
 * the threshold, 1 findings, 2 could not run.
 */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { DataError } from '../glossary/problem.js'
import { addReportFlags } from './consistency/commands.js'
import { complain, debugging, reasonOf, stackOf, UsageError } from './fail.js'
import { addLintFlags, addMergeFlags, date } from './flags.js'
import { addDeskCommands } from './glossary/commands.js'
import { problemHere } from './short-path.js'

// Every finding is an Error to unified; their stacks, which nobody reads, would cost time and fill the memory.
if (!debugging) Error.stackTraceLimit = 0

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

try {
  await program().parseAsync()
} catch (error) {
  process.exitCode = exitOf(error)
}

function program(): Command {
  const root = new Command('zhengming')
    .description(
      'Finds invented names, scrambled formulas and broken English in translations of Chinese official text.',
    )
    .version(version(), '-V, --version')
    .enablePositionalOptions()
    .configureOutput({ outputError: () => {} })
    .exitOverride()
  const lint = addLintFlags(
    sub(
      root,
      'lint [paths...]',
      'lint files, folders, globs, or - for standard input (the default command)',
      true,
    ),
  ).action(async (paths, flags) => {
    process.exitCode = await (await import('./lint.js')).lint(paths, flags)
  })
  addMergeFlags(
    sub(
      root,
      'merge [files...]',
      'one report out of several: what lint --format ndjson wrote, or - for stdin',
    ),
  ).action(async (files, flags) => {
    process.exitCode = await (await import('./merge.js')).merge(files, flags)
  })
  addReportFlags(sub(root, 'report [paths...]', 'how a corpus renders each concept, and where it wavers'))
  sub(root, 'explain <name>', 'a rule, or a concept by its id, Chinese or English')
    .option('--color', 'colours, always')
    .option('--no-color', 'colours, never')
    .action(async (name, flags) => {
      process.exitCode = await (await import('./explain.js')).explain(name, flags)
    })
  sub(root, 'baseline [paths...]', 'write down the findings of now as known, so that only new ones count')
    .option('--prune', 'only drop what is mended, add nothing')
    .option('--reason <text>', 'why they stay, for the entries that are added')
    .option('--owner <name>', 'who answers for them')
    .option('--until <date>', 'the last day on which they are known, YYYY-MM-DD', date)
    .option('--baseline <file>', 'where to (default: zhengming-baseline.tsv beside the config)')
    .option('--config <file>', 'this config for all files')
    .option('--no-config', 'no config at all')
    .action(async (paths, flags) => {
      process.exitCode = await (await import('./baseline.js')).baseline(paths, flags)
    })
  sub(root, 'init', 'write a config and show what the corpus wavers on')
    .option('--yes', 'ask nothing')
    .option('--house <name>', 'the house, without asking')
    .option('--files <globs...>', 'the files, without asking')
    .option('--force', 'in place of a config that is there')
    .action(async (flags) => {
      process.exitCode = await (await import('./init.js')).init(flags)
    })
  sub(root, 'lsp', 'the language server for editors, on standard input and output')
    .option('--stdio', 'said by editors; there is no other way')
    .option('--clientProcessId <pid>', 'the editor: the server ends with it')
    .action(async () => (await import('../lsp/main.js')).lsp())
  const glossary = sub(root, 'glossary', 'look after the glossary')
  sub(
    glossary,
    'check [files...]',
    "a desk's own glossary files on top of the shipped one: every problem at once",
  ).action(async (files) => {
    process.exitCode = await (await import('./glossary/check.js')).check(files)
  })
  sub(glossary, 'audit', 'how the glossary fares on Chinese–English pairs')
    .requiredOption('--parallel <file>', 'JSONL with zh and en in each line')
    .option('--house <name>', 'the house', 'official')
    .option('--format <name>', 'text or json', 'text')
    .action(async (flags) => {
      process.exitCode = await (await import('./glossary/audit.js')).audit(flags)
    })
  addDeskCommands((usage, description) => sub(glossary, usage, description))
  root.addHelpText(
    'after',
    () => `\n${lint.helpInformation().replace(/^[\s\S]*?Options:/, 'Options of lint:')}`,
  )
  return root
}

function sub(root: Command, usage: string, description: string, isDefault = false): Command {
  return root
    .command(usage, { isDefault })
    .description(description)
    .configureOutput({ outputError: () => {} })
    .exitOverride()
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
}

/** Says what went wrong in one line, unless it was `--help`. */
function exitOf(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    complain(
      error.message.replace(/^error: /, '').replace(/\s*\(Did you mean (.*?)\?\)$/s, ', did you mean $1?'),
    )
    return 2
  }
  if (error instanceof DataError) for (const problem of error.problems) complain(problemHere(problem))
  else complain(reasonOf(error))
  if (!(error instanceof UsageError || error instanceof DataError)) stackOf(error)
  return 2
}
