/**
 * All checks as one plugin: what the pipeline runs and what `retext().use(zhengming)` gives a stranger. The chain is
 * put together here and nowhere else.
 */
import type { Root } from 'nlcst'
import type { Plugin, Transformer } from 'unified'
import type { Setup } from '../setup.js'
import { checks } from './index.js'

export const allChecks: Plugin<[Setup], Root> = function (setup) {
  const looks = Object.values(checks)
    .map((check) => check.call(this, setup))
    .filter((look): look is Transformer<Root, Root> => look !== undefined)
  return (tree, file, next) => {
    for (const look of looks) look(tree, file, next)
    next()
  }
}
