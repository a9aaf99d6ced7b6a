/**
 * The data that ship, as `npm run build` compiled them. Read as JSON: the engine takes three times as long for the
 * same data in a module. What is bundled for another place than Node maps `#shipped` to dist/shipped.json.
 */
import { createRequire } from 'node:module'
import type { Shipped } from '../rules/compiled.js'

export default createRequire(import.meta.url)('../shipped.json') as Shipped
