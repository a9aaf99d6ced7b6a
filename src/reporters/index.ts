/** Every report format there is, loaded when asked for. A new one is a file and a line here. */
import type { Reporter } from './reporter.js'

export const reporters: Record<string, () => Promise<Reporter>> = {
  stylish: async () => (await import('./stylish.js')).stylish,
  json: async () => (await import('./json.js')).json,
  ndjson: async () => (await import('./ndjson.js')).ndjson,
}
