/**
 * Where a concept occurs, in columns of numbers: what is kept of a row whose place has to be known again takes 17 bytes,
 * whatever its sentence takes. Columns grow as rows come and change in no other way.
 */
export interface Places {
  readonly article: Uint32Array
  readonly offset: Uint32Array
  readonly line: Uint32Array
  readonly rendering: Uint32Array
  readonly flags: Uint8Array
}

export type Place = { [name in keyof Places]: number }

export interface Columns {
  add(place: Place): void
  /** What was added, as views into the columns. */
  all(): Places
}

const names = ['article', 'offset', 'line', 'rendering', 'flags'] as const

export function columns(): Columns {
  let room = 8
  let length = 0
  let held = made(room)
  return {
    add(place) {
      if (length === room) {
        room = Math.ceil(1.5 * room)
        const larger = made(room)
        for (const name of names) larger[name].set(held[name])
        held = larger
      }
      for (const name of names) held[name][length] = place[name]
      length++
    },
    all: () => ({
      article: held.article.subarray(0, length),
      offset: held.offset.subarray(0, length),
      line: held.line.subarray(0, length),
      rendering: held.rendering.subarray(0, length),
      flags: held.flags.subarray(0, length),
    }),
  }
}

function made(room: number): Places {
  return {
    article: new Uint32Array(room),
    offset: new Uint32Array(room),
    line: new Uint32Array(room),
    rendering: new Uint32Array(room),
    flags: new Uint8Array(room),
  }
}
