/**
 * `retext().use(zhengming, settings)`: all checks as one plugin, for a pipeline of one's own. Findings are VFileMessages
 * of source `zhengming`. Settings are those of a session; without them, the house is neutral.
 */

import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import shipped from '#shipped'
import { shipWith } from './checks/check.js'
import { checks } from './checks/index.js'
import { type Settings, setUp } from './setup.js'

const zhengming: Plugin<[Settings?], Root> = function (settings) {
  const setup = setUp(shipped, settings)
  const runs = Object.values(checks).map((check) => check.call(this, setup))
  return (tree, file, next) => {
    for (const run of runs) if (run) run(tree, file, next)
    next()
  }
}

shipWith(() => setUp(shipped))

export default zhengming
