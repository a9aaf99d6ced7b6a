/** Every check there is, in the order in which they look. A new one is a file, a rule that names it, and a line here. */
import { acronym } from './acronym.js'
import { adjectives } from './adjectives.js'
import { agreement } from './agreement.js'
import { apostrophe } from './apostrophe.js'
import { article } from './article.js'
import { calendar } from './calendar.js'
import { termCase } from './case.js'
import type { Check } from './check.js'
import { chineseName } from './chinese-name.js'
import { cognate } from './cognate.js'
import { confusable } from './confusable.js'
import { determiner } from './determiner.js'
import { figures } from './figures.js'
import { functionWords } from './function-words.js'
import { garbled } from './garbled.js'
import { inconsistent } from './inconsistent.js'
import { leftover } from './leftover.js'
import { lists } from './lists.js'
import { names } from './names.js'
import { party } from './party.js'
import { passages } from './passages.js'
import { phrases } from './phrases.js'
import { quotes } from './quotes.js'
import { refused } from './refused.js'
import { repeated } from './repeated.js'
import { residue } from './residue.js'
import { spacing } from './spacing.js'
import { stray } from './stray.js'
import { titles } from './titles.js'
import { unlisted } from './unlisted.js'
import { variants } from './variants.js'
import { width } from './width.js'

/** By the name that rules give in `check`. */
export const checks: Record<string, Check> = {
  refused,
  confusable,
  unlisted,
  garbled,
  inconsistent,
  case: termCase,
  acronym,
  party,
  titles,
  'chinese-name': chineseName,
  variants,
  phrases,
  repeated,
  cognate,
  determiner,
  article,
  'function-words': functionWords,
  agreement,
  adjectives,
  stray,
  spacing,
  apostrophe,
  width,
  residue,
  leftover,
  calendar,
  figures,
  passages,
  names,
  lists,
  quotes,
}
