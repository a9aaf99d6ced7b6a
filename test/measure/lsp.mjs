// npm run bench:lsp: the language server as an editor meets it, on 10,000 words: start to first diagnostics, keystroke to fresh ones, memory.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { articles } from './corpus.mjs'

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const words = 10_000
const keystrokes = Number(process.env.KEYS ?? 100)
const debounce = 120
const failed = []

const kinds = { plaintext: manuscript(false), markdown: manuscript(true) }
const text = kinds.plaintext
const folder = mkdtempSync(join(tmpdir(), 'zhengming-bench-'))
const uri = pathToFileURL(join(folder, 'article.txt')).href

const started = performance.now()
const server = spawn(process.execPath, [cli, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
)
let arrived = () => {}
connection.onNotification('textDocument/publishDiagnostics', (params) => arrived(params))
connection.listen()
const published = (version) =>
  new Promise((done) => {
    arrived = (params) => params.version === version && done(performance.now())
  })

await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
  initializationOptions: { debounce },
  capabilities: {},
})
connection.sendNotification('initialized', {})
await new Promise((done) => setTimeout(done, 1500))
const idle = memoryOf(server.pid)
connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri: `${uri}.small`, languageId: 'plaintext', version: 1, text: text.slice(0, 3000) },
})
await published(1)
for (const [languageId, text] of Object.entries(kinds)) await typed(languageId, text)
const busy = memoryOf(server.pid)
await connection.sendRequest('shutdown')
connection.sendNotification('exit')

const cold = []
for (let i = 0; i < 5; i++) cold.push(await firstDiagnostics())
rmSync(folder, { recursive: true, force: true })

verdict('start to first diagnostics of a page', Math.min(...cold.map((one) => one.time)), 500, 'ms')
console.log(`  the server worked ${Math.min(...cold.map((one) => one.cpu))} ms for it`)
verdict('memory of the idle server', idle, 150, 'MB')
console.log(`  after all keystrokes ${busy.toFixed(0)} MB; the server started ${((performance.now() - started) / 1000).toFixed(0)} s ago`)
if (failed.length > 0) process.exitCode = 1

/** A key here and there in an article of this kind. */
async function typed(languageId, text) {
  const own = `${uri}.${languageId}`
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri: own, languageId, version: 1, text } })
  await published(1)
  const before = cpuOf(server.pid)
  const times = []
  const lines = text.split('\n')
  for (let version = 2; version < keystrokes + 2; version++) {
    const line = (version * 37) % lines.length
    const at = { line, character: Math.min(3, lines[line].length) }
    const fresh = published(version)
    const pressed = performance.now()
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: own, version },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    })
    times.push((await fresh) - pressed - debounce)
  }
  const worked = (cpuOf(server.pid) - before) / keystrokes
  connection.sendNotification('textDocument/didClose', { textDocument: { uri: own } })
  times.sort((a, b) => a - b)
  const p = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  console.log(`${languageId}: ${text.split(/\s+/).length} words, ${text.length} characters, ${keystrokes} keystrokes`)
  verdict('keystroke to fresh diagnostics after the debounce, p95', p(0.95), 50, 'ms')
  console.log(`  p50 ${p(0.5).toFixed(1)} ms, most ${times.at(-1).toFixed(1)} ms; the server worked ${worked.toFixed(1)} ms for each, other work on this machine left out`)
}

function verdict(name, value, limit, unit) {
  const met = value <= limit
  if (!met) failed.push(name)
  console.log(`${name}: ${value.toFixed(1)} ${unit} (at most ${limit}: ${met ? 'met' : 'MISSED'})`)
}

/** Articles of our own making, cut at 10,000 words. */
function manuscript(markdown) {
  const all = articles(20, 5000, { markdown }).map((one) => one.text ?? one).join('\n\n').split(/(?<=\s)/)
  const enough = []
  while (enough.length < words) enough.push(...all)
  return enough.slice(0, words).join('')
}

/** Milliseconds that the process was at work. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function memoryOf(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(kilobytes) / 1000
}

async function firstDiagnostics() {
  const from = performance.now()
  const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  const wire = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  const first = new Promise((done) => {
    wire.onNotification('textDocument/publishDiagnostics', () => done(performance.now() - from))
  })
  wire.listen()
  await wire.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} })
  wire.sendNotification('initialized', {})
  wire.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version: 1, text: text.slice(0, 3000) },
  })
  const time = await first
  const cpu = cpuOf(child.pid)
  await wire.sendRequest('shutdown')
  wire.sendNotification('exit')
  return { time, cpu }
}
