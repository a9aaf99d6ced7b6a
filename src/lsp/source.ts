/**
 * What an editor's document is to a lint: prose in one of the formats, YAML of a desk, or neither. A language that the
 * editor names counts before the file's extension. The remarks of git in a commit message are blanked, place for place.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { SourceFacts } from '../formats/source.js'

type Format = SourceFacts['format']

const languages: Record<string, Format> = {
  plaintext: 'plain',
  text: 'plain',
  markdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
  xhtml: 'html',
  'git-commit': 'plain',
  gitcommit: 'plain',
}

const extensions: Record<string, Format> = {
  txt: 'plain',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
}

/** Undefined for what is no prose: program text, data. */
export function formatIn({ languageId, uri }: Pick<TextDocument, 'languageId' | 'uri'>): Format | undefined {
  return languages[languageId.toLowerCase()] ?? extensions[extensionOf(uri)]
}

export function isYaml({ languageId, uri }: Pick<TextDocument, 'languageId' | 'uri'>): boolean {
  return languageId.toLowerCase() === 'yaml' || /^ya?ml$/.test(extensionOf(uri))
}

/** Every offset in it is that of the editor's text, less `shift`. */
export function proseOf(document: TextDocument): { text: string; shift: number } {
  const text = document.getText()
  const shift = text.startsWith('\uFEFF') ? 1 : 0
  const own = text.slice(shift)
  return { text: /^git-?commit$/.test(document.languageId) ? withoutRemarks(own) : own, shift }
}

function withoutRemarks(text: string): string {
  const scissors = text.search(/^# -+ >8 -+$/m)
  const end = scissors < 0 ? text.length : scissors
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ')
  return text.slice(0, end).replace(/^#.*$/gm, blank) + blank(text.slice(end))
}

function extensionOf(uri: string): string {
  return /\.([a-z]+)$/i.exec(uri.replace(/[?#].*$/s, ''))?.[1]?.toLowerCase() ?? ''
}
