/** One line on stderr that says how far a run is, for who waits at a terminal longer than a second. Never in a pipe. */
export interface Progress {
  step(): void
  /** Takes the line away; how many steps there were. */
  close(): number
}

const patience = 1000
const between = 100

export function startProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  let done = 0
  let shown = false
  let due = performance.now() + patience
  return {
    step() {
      done++
      if (!stream.isTTY || performance.now() < due) return
      due = performance.now() + between
      shown = true
      stream.write(`\r\x1b[K${done}/${total} files, ${Math.floor((100 * done) / total)} %`)
    },
    close() {
      if (shown) stream.write('\r\x1b[K')
      return done
    },
  }
}
