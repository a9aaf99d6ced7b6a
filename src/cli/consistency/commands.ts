/** `zhengming report`: its arguments and flags. Loads when it runs. */
import type { Command } from 'commander'
import { count } from '../flags.js'

export function addReportFlags(command: Command): Command {
  return command
    .option('--format <names>', 'which of json, md, csv, html', 'json,md,csv,html')
    .option('--output-dir <folder>', 'where consistency.* is written', 'reports')
    .option('--text <column>', 'of JSONL, CSV and TSV files: the column with the article')
    .option('--date <column>', 'with the date')
    .option('--group <column>', 'with the outlet (default: the folder)')
    .option('--id <column>', 'with the name (default: the number of the row)')
    .option('--metadata <file>', 'a table beside the files: file or path, date, group or outlet')
    .option('--rows <file>', 'write the facts as ndjson, and no report')
    .option('--from-rows <files...>', 'the report from such files')
    .option('--describe', 'for research: who writes what, and no word on what is right')
    .option('--keep-copies', 'near copies of one story count each')
    .option('--sample <n>', 'also write that many rows for hand coding', count)
    .option('--fix-selection <file>', 'also write the edits as CSV, for lint --fix --only')
    .option('--compare <file>', 'what changed since an earlier consistency.json')
    .option('--propose', 'also names that no concept lists, as glossary propose finds them')
    .option('--house <name>', 'the house')
    .option('--config <file>', 'this config, not the nearest one')
    .action(async (paths, flags) => {
      process.exitCode = await (await import('./report.js')).report(paths, flags)
    })
}
