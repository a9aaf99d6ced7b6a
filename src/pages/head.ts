/** The head of every page that we write: no page of ours loads anything or runs a script but its own, whatever its data say. */
import { Html, html, type Value } from './html.js'

export interface Head {
  title: Value
  style: string
  /** `sha256-…` of its script. */
  hash: string
  /** What made it. */
  generator?: string
}

export function head({ title, style, hash, generator }: Head): Html {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${hash}'; base-uri 'none'; form-action 'none'`
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${generator !== undefined && html`<meta name="generator" content="${generator}">\n`}<title>${title}</title>
<style>${new Html(style)}</style>
</head>`
}
