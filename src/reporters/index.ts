/** Every report format there is, loaded when asked for. A new one is a file and a line here. */
import type { FileReport, Reporter } from './reporter.js'

export interface Format {
  load(): Promise<Reporter>
  /** Wants the text of each article, or what is known of the tool and its rules. */
  needs?: 'text' | 'tool'
  /** A file's part alone, for who writes it as soon as the file is done; together they are the report. */
  each?(): Promise<(report: FileReport) => string>
  /** Wants what is decided already, too (see `isOpen`); the others get what is left to do. */
  whole?: true
}

export const reporters: Record<string, Format> = {
  stylish: { load: async () => (await import('./stylish.js')).stylish },
  unix: { load: async () => (await import('./unix.js')).unix },
  json: { load: async () => (await import('./json.js')).json },
  ndjson: {
    load: async () => (await import('./ndjson.js')).ndjson,
    each: async () => (await import('./ndjson.js')).ndjsonLine,
    whole: true,
  },
  sarif: { load: async () => (await import('./sarif.js')).sarif, needs: 'tool', whole: true },
  junit: { load: async () => (await import('./junit.js')).junit },
  checkstyle: { load: async () => (await import('./checkstyle.js')).checkstyle },
  github: { load: async () => (await import('./github.js')).github },
  gitlab: { load: async () => (await import('./gitlab.js')).gitlab },
  rdjson: { load: async () => (await import('./rdjson.js')).rdjson, needs: 'text' },
  markdown: { load: async () => (await import('./markdown.js')).markdown },
  csv: { load: async () => (await import('./csv.js')).csv },
  html: { load: async () => (await import('./html.js')).html, needs: 'text' },
}
