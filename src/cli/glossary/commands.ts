/** The commands with which a desk looks after its terms: their arguments and flags. Each loads when it runs. */
import type { Command } from 'commander'

type Add = (usage: string, description: string) => Command

export function addDeskCommands(add: Add): void {
  colored(here(add('find <name...>', 'the entries for a name, Chinese or English, whole or in part'))).action(
    async (words, flags) => {
      process.exitCode = await (await import('./find.js')).find(words, flags)
    },
  )
}

function here(command: Command): Command {
  return command
    .option('--config <file>', 'this config, not the nearest one')
    .option('--format <name>', 'text or json', 'text')
}

function colored(command: Command): Command {
  return command.option('--color', 'colours, always').option('--no-color', 'colours, never')
}
