/** Questions of the editor about a place in a text or about the workspace, each answered from looks. What they answer is made elsewhere. */
import type {
  CodeAction,
  CodeActionParams,
  Connection,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node'
import { actionsFor, type Editor } from './actions.js'
import type { Client } from './capabilities.js'
import type { Desk } from './desk.js'
import { following } from './following.js'
import type { Look } from './look.js'
import type { Looks, OpenTexts } from './looks.js'
import { type Occurrence, occurrenceAt } from './occurrences.js'
import type { EditorSettings } from './settings.js'
import { telling } from './telling.js'

export interface Asked {
  connection: Connection
  texts: OpenTexts
  desk: Desk
  looks: Looks
  settingsFor(uri: string): Promise<EditorSettings>
  client(): Client
}

export type Answers = ReturnType<typeof answers>

export type Place = TextDocumentPositionParams
/** The name that stands at a place. */
export type At = (place: Place) => Promise<{ look: Look; occurrence: Occurrence } | undefined>

export function answers(asked: Asked) {
  const { looks, client } = asked
  const editOf: Editor['editOf'] = (all): WorkspaceEdit => {
    const some = all.filter(({ edits }) => edits.length > 0)
    if (!client().versions)
      return { changes: Object.fromEntries(some.map(({ look, edits }) => [look.uri, edits])) }
    return {
      documentChanges: some.map(({ look: { uri, open, document }, edits }) => ({
        textDocument: { uri, version: open ? document.version : null },
        edits,
      })),
    }
  }

  const at: At = async ({ textDocument: { uri }, position }) => {
    const look = await looks.at(uri)
    const occurrence = look && (await occurrenceAt(look, look.offset(position)))
    return look && occurrence && { look, occurrence }
  }

  async function actions({ textDocument: { uri }, ...rest }: CodeActionParams): Promise<CodeAction[] | null> {
    const look = await looks.at(uri)
    return look ? actionsFor(look, rest, { editOf, shows: client().shows }) : null
  }

  return { actions, ...telling({ ...asked, at }), ...following({ ...asked, at, editOf }) }
}
