/**
 * `retext().use(zhengming, settings)`: all checks as one plugin, for a pipeline of one's own. Findings are VFileMessages
 * of source `zhengming`. Settings are those of a session; without them, the house is neutral.
 */

import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import shipped from '#shipped'
import { allChecks } from './checks/all.js'
import { shipWith } from './checks/check.js'
import { type Settings, setUp } from './setup.js'

const zhengming: Plugin<[Settings?], Root> = function (settings) {
  return allChecks.call(this, setUp(shipped, settings))
}

shipWith(() => setUp(shipped))

export default zhengming
