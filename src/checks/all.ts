/**
 * All checks as one plugin: what the pipeline runs and what `retext().use(zhengming)` gives a stranger. The chain is
 * put together here and nowhere else.
 */
import type { Root } from 'nlcst'
import type { Plugin, Transformer } from 'unified'
import { termsOf } from '../matching/terms.js'
import type { Setup, Timing } from '../setup.js'
import { lineStarts } from '../text/cues.js'
import { documentOf } from '../text/document.js'
import { checks } from './index.js'

type Look = Transformer<Root, Root>

export const allChecks: Plugin<[Setup], Root> = function (setup) {
  const looks = Object.entries(checks).flatMap(([name, check]) => {
    const look = check.call(this, setup)
    return look ? [setup.timing ? timed(name, look, setup.timing) : look] : []
  })
  if (setup.timing) looks.unshift(timed('what all share', sharedBy(setup), setup.timing))
  return (tree, file, next) => {
    for (const look of looks) look(tree, file, next)
    next()
  }
}

/** Done ahead where it is timed: else it would fall to the first check that asks. */
function sharedBy(setup: Setup): Look {
  return (tree, file) => {
    const document = documentOf(tree, file)
    lineStarts(document)
    termsOf(document, setup)
  }
}

function timed(name: string, look: Look, timing: Timing): Look {
  return (tree, file, next) => {
    const start = performance.now()
    look(tree, file, next)
    timing.set(name, (timing.get(name) ?? 0) + performance.now() - start)
  }
}
