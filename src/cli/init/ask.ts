/** The two questions of `init`, with an answer to fall back on for each. */
import { createInterface, type Interface } from 'node:readline/promises'
import { wrap } from '../../reporters/width.js'
import type { CompiledHouse } from '../../rules/compiled.js'
import { UsageError } from '../fail.js'

export interface Answers {
  house: string
  files: string[]
}

export async function ask(
  guess: Answers,
  open: Record<keyof Answers, boolean>,
  houses: Readonly<Record<string, CompiledHouse>>,
): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  // Ctrl-D in the middle of a question would leave its promise open for ever.
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () => {
      process.stdout.write('\n')
      reject(new UsageError('no answer, nothing was written'))
    })
  })
  closed.catch(() => {})
  try {
    const house = open.house
      ? await Promise.race([closed, askHouse(terminal, guess.house, houses)])
      : guess.house
    const files = open.files ? await Promise.race([closed, askFiles(terminal, guess.files)]) : guess.files
    return { house, files }
  } finally {
    terminal.removeAllListeners('close')
    terminal.close()
  }
}

async function askHouse(
  terminal: Interface,
  guess: string,
  houses: Readonly<Record<string, CompiledHouse>>,
): Promise<string> {
  // The guess stands first: Enter takes it.
  const names = [guess, ...Object.keys(houses).filter((name) => name !== guess)]
  const width = process.stdout.columns ?? 80
  const line = (name: string, i: number) =>
    `  ${i + 1}  ${wrap([`${name}: ${houses[name]?.summary}`.split(' ')], width, 5)}\n`
  process.stdout.write(`Whose English is it?\n${names.map(line).join('')}`)
  for (;;) {
    const answer = (await terminal.question('Number or name [1]: ')).trim() || '1'
    const name = names[Number(answer) - 1] ?? names.find((one) => one === answer)
    if (name !== undefined) return name
  }
}

async function askFiles(terminal: Interface, guess: string[]): Promise<string[]> {
  const answer = await terminal.question(`Which files or folders, with spaces between [${guess.join(' ')}]: `)
  const files = answer.split(/\s+/).filter(Boolean)
  return files.length > 0 ? files : guess
}
