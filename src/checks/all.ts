/**
 * All checks as one plugin: what the pipeline runs and what `retext().use(zhengming)` gives a stranger. The chain is
 * put together here and nowhere else.
 */
import type { Root } from 'nlcst'
import type { Plugin, Transformer } from 'unified'
import type { Setup, Timing } from '../setup.js'
import { checks } from './index.js'

type Look = Transformer<Root, Root>

export const allChecks: Plugin<[Setup], Root> = function (setup) {
  const looks = Object.entries(checks).flatMap(([name, check]) => {
    const look = check.call(this, setup)
    return look ? [setup.timing ? timed(name, look, setup.timing) : look] : []
  })
  return (tree, file, next) => {
    for (const look of looks) look(tree, file, next)
    next()
  }
}

function timed(name: string, look: Look, timing: Timing): Look {
  return (tree, file, next) => {
    const start = performance.now()
    look(tree, file, next)
    timing.set(name, (timing.get(name) ?? 0) + performance.now() - start)
  }
}
