/** Every check there is, in the order in which they look. A new one is a file, a rule that names it, and a line here. */
import type { Check } from './check.js'
import { confusable } from './confusable.js'
import { inconsistent } from './inconsistent.js'
import { refused } from './refused.js'

export const checks: Record<string, Check> = {
  refused,
  confusable,
  inconsistent,
}
