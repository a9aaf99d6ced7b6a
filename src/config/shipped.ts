/**
 * The data that ship, as `npm run build` compiled them. Read as JSON: the engine takes three times as long for the
 * same data in a module. What is bundled for another place than Node maps `#shipped` to dist/shipped.json.
 */
import { readFileSync } from 'node:fs'
import type { Shipped } from '../rules/compiled.js'

// Asked for text, Node would read it in small parts.
const bytes = readFileSync(new URL('../shipped.json', import.meta.url))

export default JSON.parse(bytes.toString('utf8')) as Shipped
