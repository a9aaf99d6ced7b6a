/**
 * As much of the module `vscode` as the extension and the language client in it ask for, so that both run outside of the
 * editor: documents that open, change and close, settings, commands, an output, a status bar. What the editor would draw is kept to
 * be looked at. Classes and functions that only say what could be shown do nothing.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'

class Disposable {
  constructor(private readonly undo: () => void = () => {}) {}
  dispose(): void {
    this.undo()
  }
  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose()
    })
  }
}

class EventEmitter<T> {
  private readonly listeners = new Set<(event: T) => unknown>()
  readonly event = (listener: (event: T) => unknown, self?: unknown, into?: Disposable[]): Disposable => {
    const bound = listener.bind(self)
    this.listeners.add(bound)
    const disposable = new Disposable(() => this.listeners.delete(bound))
    into?.push(disposable)
    return disposable
  }
  fire(event: T): void {
    for (const listener of [...this.listeners]) listener(event)
  }
  dispose(): void {
    this.listeners.clear()
  }
}

class CancellationTokenSource {
  private readonly emitter = new EventEmitter<void>()
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.emitter.event }
  cancel(): void {
    this.token.isCancellationRequested = true
    this.emitter.fire()
  }
  dispose(): void {}
}

class Uri {
  private constructor(private readonly text: string) {}
  static parse(text: string): Uri {
    return new Uri(text)
  }
  static file(path: string): Uri {
    return new Uri(pathToFileURL(path).href)
  }
  get scheme(): string {
    return this.text.slice(0, this.text.indexOf(':'))
  }
  get fsPath(): string {
    return this.scheme === 'file' ? fileURLToPath(this.text) : this.text
  }
  toString(): string {
    return this.text
  }
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  readonly start: Position
  readonly end: Position
  constructor(...given: [Position, Position] | [number, number, number, number]) {
    const [first, second] = given
    if (typeof first === 'number') {
      const [, character, line, last] = given as [number, number, number, number]
      this.start = new Position(first, character)
      this.end = new Position(line, last)
    } else {
      this.start = first
      this.end = second as Position
    }
  }
}

class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

class CodeActionKind {
  static readonly Empty = new CodeActionKind('')
  static readonly QuickFix = new CodeActionKind('quickfix')
  static readonly Source = new CodeActionKind('source')
  private constructor(readonly value: string) {}
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part)
  }
}

class TabInputText {
  constructor(readonly uri: Uri) {}
}

interface Opened {
  uri: Uri
  languageId: string
  version: number
  isClosed: boolean
  getText(): string
}

export interface Drawn {
  code?: unknown
  message: string
  range: Range
}

/** `settings` by full name, as the manifest's defaults and a user's choice give them. */
export function vscodeHost(version: string, folder: string, settings: Record<string, unknown>) {
  const on = <T>() => new EventEmitter<T>()
  const [opened, changed, closed, configured] = [on<Opened>(), on<object>(), on<Opened>(), on<object>()]
  const visible = on<unknown[]>()
  const quiet = () => new Disposable()
  const never = on<never>().event
  const commands = new Map<string, (...given: unknown[]) => unknown>()
  const drawn = new Map<string, readonly Drawn[]>()
  const status = { text: '', tooltip: '', command: '', shown: false, disposed: false }
  const output = { lines: [] as string[], shows: 0 }
  const errors: string[] = []
  const textDocuments: Opened[] = []
  const window_ = { activeTextEditor: undefined as { document: Opened } | undefined }

  function configuration(section?: string) {
    const prefix = section ? `${section}.` : ''
    return {
      has: (key: string) => `${prefix}${key}` in settings,
      get(key: string, otherwise?: unknown) {
        const name = prefix + key
        const below = Object.entries(settings).filter(([one]) => one === name || one.startsWith(`${name}.`))
        if (name in settings) return settings[name]
        if (below.length === 0) return otherwise
        return Object.fromEntries(below.map(([one, value]) => [one.slice(name.length + 1), value]))
      },
    }
  }

  const line = (text: unknown) => void output.lines.push(String(text))
  const channel = {
    logLevel: 3,
    onDidChangeLogLevel: never,
    show: () => void output.shows++,
    dispose() {},
    ...Object.fromEntries(
      ['append', 'appendLine', 'trace', 'debug', 'info', 'warn', 'error'].map((one) => [one, line]),
    ),
  }

  const collection = () => {
    const own = new Set<string>()
    const clear = () => {
      for (const uri of own) drawn.delete(uri)
    }
    return {
      set(uri: Uri, all: readonly Drawn[] | undefined) {
        own.add(uri.toString())
        drawn.set(uri.toString(), all ?? [])
      },
      delete: (uri: Uri) => void drawn.delete(uri.toString()),
      has: (uri: Uri) => drawn.has(uri.toString()),
      clear,
      dispose: clear,
    }
  }

  const real: Record<string, unknown> = {
    version,
    Disposable,
    EventEmitter,
    CancellationTokenSource,
    Uri,
    Position,
    Range,
    Diagnostic,
    CodeActionKind,
    TabInputText,
    LogLevel: { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 },
    StatusBarAlignment: { Left: 1, Right: 2 },
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
    env: { language: 'en', appName: 'test' },
    commands: {
      registerCommand(name: string, run: (...given: unknown[]) => unknown) {
        if (commands.has(name)) throw new Error(`command '${name}' already exists`)
        commands.set(name, run)
        return new Disposable(() => commands.delete(name))
      },
    },
    languages: {
      match: (selector: { scheme?: string; language?: string }[], { uri, languageId }: Opened) =>
        selector.some(
          (one) => (one.scheme ?? uri.scheme) === uri.scheme && (one.language ?? languageId) === languageId,
        )
          ? 10
          : 0,
      createDiagnosticCollection: collection,
    },
    workspace: {
      workspaceFolders: [{ uri: Uri.file(folder), name: 'desk', index: 0 }],
      textDocuments,
      notebookDocuments: [],
      getConfiguration: configuration,
      onDidOpenTextDocument: opened.event,
      onDidChangeTextDocument: changed.event,
      onDidCloseTextDocument: closed.event,
      onDidChangeConfiguration: configured.event,
    },
    window: {
      get activeTextEditor() {
        return window_.activeTextEditor
      },
      get visibleTextEditors() {
        return window_.activeTextEditor ? [window_.activeTextEditor] : []
      },
      tabGroups: {
        get all() {
          return [{ tabs: textDocuments.map(({ uri }) => ({ input: new TabInputText(uri) })) }]
        },
        onDidChangeTabs: never,
      },
      onDidChangeVisibleTextEditors: visible.event,
      createOutputChannel: () => channel,
      createStatusBarItem: () =>
        Object.assign(status, {
          show() {
            status.shown = true
          },
          dispose() {
            status.disposed = true
          },
        }),
      showErrorMessage: async (message: string) => void errors.push(message),
    },
  }

  /** Of a namespace, what is not there does nothing; all else is a class to build upon. */
  const namespaces = new Set(['workspace', 'window', 'languages', 'commands', 'env'])
  const inert: object = new Proxy(class {}, {
    get: (own, key) => Reflect.get(own, key) ?? (typeof key === 'string' ? class {} : undefined),
  })
  const whole = (own: object) =>
    new Proxy(own, {
      get: (it, key) => Reflect.get(it, key) ?? (/^onDid|^onWill/.test(String(key)) ? never : quiet),
    })
  const module = new Proxy(real, {
    get(own, key) {
      const one = own[String(key)]
      if (one === undefined) return inert
      return namespaces.has(String(key)) ? whole(one as object) : one
    },
  })

  return {
    module,
    commands,
    drawn,
    status,
    output,
    errors,
    open(uri: string, languageId: string, text: string): Opened {
      const document = { uri: Uri.parse(uri), languageId, version: 1, isClosed: false, getText: () => text }
      textDocuments.push(document)
      window_.activeTextEditor = { document }
      opened.fire(document)
      visible.fire([])
      return document
    },
    change(document: Opened, text: string): void {
      const before = TextDocument.create('', '', 0, document.getText())
      const end = before.positionAt(document.getText().length)
      const range = new Range(new Position(0, 0), new Position(end.line, end.character))
      const rangeLength = document.getText().length
      document.version++
      document.getText = () => text
      changed.fire({
        document,
        contentChanges: [{ range, rangeOffset: 0, rangeLength, text }],
        reason: undefined,
      })
    },
    choose(name: string, value: unknown): void {
      settings[name] = value
      configured.fire({
        affectsConfiguration: (section: string) => name === section || name.startsWith(`${section}.`),
      })
    },
  }
}
