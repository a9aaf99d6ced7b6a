/** The commands with which a desk looks after its terms: their arguments and flags. Each loads when it runs. */
import type { Command } from 'commander'
import { count, date } from '../flags.js'

type Add = (usage: string, description: string) => Command

export function addDeskCommands(add: Add): void {
  colored(here(add('find <name...>', 'the entries for a name, Chinese or English, whole or in part'))).action(
    async (words, flags) => {
      process.exitCode = await (await import('./find.js')).find(words, flags)
    },
  )
  colored(
    add('decide <id> [paths...]', "the form that the desk prefers from now on, into the desk's own glossary"),
  )
    .requiredOption('--prefer <form>', 'the form')
    .requiredOption('--because <reason>', 'why')
    .requiredOption('--by <name>', 'who decided it')
    .option('--date <date>', 'when, YYYY-MM-DD (default: today)', date)
    .option('--refuse-former <reason>', 'refuse the former preferred form; without it, it stays admitted')
    .option('--file <file>', 'which of the glossaries of the config')
    .option('--config <file>', 'this config, not the nearest one')
    .action(async (id, paths, flags) => {
      process.exitCode = await (await import('./decide.js')).decide(id, paths, flags)
    })
  colored(add('diff <from> <to>', 'what changed between two glossaries: files, folders, or the word shipped'))
    .option('--format <name>', 'text or json', 'text')
    .action(async (from, to, flags) => {
      process.exitCode = await (await import('./diff.js')).diff(from, to, flags)
    })
  colored(here(add('impact [paths...]', 'the findings that a change of glossary would bring and take')))
    .option(
      '--to <file>',
      'glossary files instead of those in force, or the word shipped; once for each',
      also,
    )
    .option('--from <file>', 'the same for the other side (default: the glossary in force)', also)
    .option('--house <name>', 'the house, for both sides')
    .option('--info', 'hints, too, not only errors and warnings')
    .action(async (paths, flags) => {
      process.exitCode = await (await import('./impact.js')).impact(paths, flags)
    })
  add('evidence [files...]', 'what the glossary rests on: its forms and its sources by field, kind and year')
    .option('--format <name>', 'text or json', 'text')
    .action(async (files, flags) => {
      process.exitCode = await (await import('./evidence.js')).evidence(files, flags)
    })
  add('html', 'the glossary and the rules as one HTML file to search and to read')
    .option('--output-file <file>', 'write it there')
    .option('--config <file>', 'this config, not the nearest one')
    .action(async (flags) => {
      process.exitCode = await (await import('./html.js')).html(flags)
    })
  add('import <file>', 'XLSX, CSV, TSV or TBX as a glossary of your own')
    .option('--plan', 'write nothing, print what is new, the same, added and contradicted')
    .option('--all', 'the file as it is, whatever the glossary in force says')
    .option('--format <name>', 'xlsx, csv, tsv or tbx, where the name does not tell')
    .option('--output-file <file>', 'write the YAML there')
    .option('--config <file>', 'whose glossaries are in force')
    .option('--no-config', 'only the shipped glossary is in force')
    .action(async (file, flags) => {
      process.exitCode = await (await import('./import.js')).importGlossary(file, flags)
    })
  add('export [files...]', 'the glossary in force, or glossary files, for spreadsheets and termbases')
    .option('--format <name>', 'xlsx, csv, tsv, deepl, tbx, tbx-dct or yaml')
    .option('--output-file <file>', 'write it there')
    .option('--config <file>', 'whose glossaries are in force')
    .option('--no-config', 'only the shipped glossary is in force')
    .action(async (files, flags) => {
      process.exitCode = await (await import('./export.js')).exportGlossary(files, flags)
    })
  add(
    'propose [paths...]',
    'names and recurring phrases of a corpus that the glossary does not list, as drafts',
  )
    .option('--min <n>', 'how often at least', count, 3)
    .option('--format <name>', 'yaml, text or json', 'yaml')
    .option('--house <name>', 'the house')
    .option('--config <file>', 'this config, not the nearest one')
    .option('--color', 'colours, always')
    .option('--no-color', 'colours, never')
    .action(async (paths, flags) => {
      process.exitCode = await (await import('./propose.js')).propose(paths, flags)
    })
}

function also(file: string, files: string[] = []): string[] {
  return [...files, file]
}

function here(command: Command): Command {
  return command
    .option('--config <file>', 'this config, not the nearest one')
    .option('--format <name>', 'text or json', 'text')
}

function colored(command: Command): Command {
  return command.option('--color', 'colours, always').option('--no-color', 'colours, never')
}
