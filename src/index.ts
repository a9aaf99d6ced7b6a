/** The public API, and nothing else. */
export { checks } from './checks/index.js'
export type { Disabled } from './findings/disabled.js'
export type { Finding, Fix, Related } from './findings/finding.js'
export { applyFixes } from './findings/fix.js'
export { Memory } from './formats/memory.js'
export { default, default as zhengming } from './plugin.js'
export type { CompiledHouse as House, CompiledRule as Rule, Shipped } from './rules/compiled.js'
export {
  type ArticleInput,
  createSession,
  type Fixed,
  type FixOptions,
  type Result,
  type Session,
  type SessionOptions,
} from './session.js'
export { type Settings, SettingsError } from './setup.js'
