/**
 * `garble/name-spelling`: a person's name in pinyin that the article writes in two ways, together and apart ("Wu Lan", "Wulan";
 * "Chen Jining", "Chen Ji Ning", "Chen Ji-ning"). The rarer one is the finding; of two as common, the one that is not a surname
 * and a given name. Left alone: what names a place, and capitals.
 */
import { defineCue, placesOf } from '../text/cues.js'
import { type Document, rangeOf } from '../text/document.js'
import { CAPITAL } from '../text/lexicon.js'
import { isPinyin, surnames } from '../text/pinyin.js'
import { BLOCK, BREAK, NONE, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

const cue = defineCue(({ shape, key }) => (shape & CAPITAL) !== 0 && isPinyin(key))

interface Use {
  first: number
  last: number
  /** As written, but for capitals. */
  form: string
}

export const names = defineCheck('names', ({ document }, rules, say) => {
  for (const uses of byLetters(document).values()) {
    const [kept, ...others] = byForm(uses)
    if (kept === undefined || others.length === 0 || !isPerson(document, uses)) continue
    const main = kept[0] as Use
    const range = rangeOf(document, main.first, main.last)
    const expected = document.source.slice(range.start, range.end)
    for (const { first, last } of others.flat())
      for (const rule of rules)
        say({
          rule,
          first,
          last,
          expected: [expected],
          related: [{ ...range, message: 'spelled so here' }],
          fix: { ...rangeOf(document, first, last), text: expected, class: 'suggested' },
        })
  }
})

const leastLetters = 5

/** Names of several words by their letters alone, with those that are written as one word beside them. */
function byLetters(document: Document): Map<string, Use[]> {
  const { tokens } = document
  const all = new Map<string, Use[]>()
  const single: number[] = []
  const places = placesOf(document, cue)
  for (let n = 0; n < places.length; n++) {
    const first = places[n] as number
    let last = endOfPart(tokens, first)
    while (places[n + 1] === last + 1 && isApart(tokens[last + 1]))
      last = endOfPart(tokens, places[++n] as number)
    if (last === first) single.push(first)
    else add(all, { first, last, form: formOf(tokens, first, last) })
  }
  if (all.size > 0)
    for (const first of single) {
      const { key } = (tokens[first] as Token).word
      if (all.has(key)) add(all, { first, last: first, form: key })
    }
  return all
}

function add(all: Map<string, Use[]>, use: Use): void {
  const letters = lettersOf(use.form)
  if (letters.length < leastLetters) return
  const uses = all.get(letters)
  if (uses) uses.push(use)
  else all.set(letters, [use])
}

function lettersOf(form: string): string {
  return form.replace(/[ -]/g, '')
}

function formOf(tokens: readonly Token[], first: number, last: number): string {
  let form = ''
  for (let i = first; i <= last; i++) {
    const { word, gap } = tokens[i] as Token
    form += i > first && gap !== NONE ? ` ${word.key}` : word.key
  }
  return form
}

function isApart(token: Token | undefined): boolean {
  return token !== undefined && token.gap !== NONE && !(token.gap & (BLOCK | BREAK))
}

/** With what a hyphen joins to it: "Ji-ning". */
function endOfPart(tokens: readonly Token[], first: number): number {
  const [mark, part] = [tokens[first + 1], tokens[first + 2]]
  const joined = mark?.word.text === '-' && mark.gap === NONE && part?.gap === NONE && isPinyin(part.word.key)
  return joined ? first + 2 : first
}

/** The uses of each way to spell it, the commonest first. */
function byForm(uses: readonly Use[]): Use[][] {
  const forms = new Map<string, Use[]>()
  for (const use of uses) forms.set(use.form, [...(forms.get(use.form) ?? []), use])
  const isUsual = (all: readonly Use[]) => Number(/^\p{L}+ \p{L}+$/u.test(all[0]?.form ?? ''))
  return [...forms.values()].sort((a, b) => b.length - a.length || isUsual(b) - isUsual(a))
}

/** Provinces, cities and countries that are spelled like a surname and a given name. */
const places = new Set(
  (
    'anhui anyang baoding beijing changan changchun changsha chengdu dalian datong fujian fuzhou gansu guangdong guangxi guangzhou guilin guiyang ' +
    'guizhou hainan handan hangzhou hebei henan huainan huaian hubei hunan jiangsu jiangxi jilin jinan jinhua jining jinzhou kaifeng kunming ' +
    'lanzhou lasa liaoning luoyang mali nanchang nanjing nanning nantong ningbo ningxia pingyao qingdao qinghai quanzhou shandong shanghai ' +
    'shanxi shaoxing shenyang shenzhen sichuan suzhou taiwan taiyuan tangshan tianjin weifang weihai wenzhou wuhan wuhu wuxi xiamen xian ' +
    'xining xinjiang xuzhou yanan yangzhou yantai yichang yunnan zhejiang zhengzhou zhongnanhai zhuhai bali lima panama tuvalu'
  ).split(' '),
)
const ofPlaces =
  /^(in|at|near|from|to|through|visited|city|province|county|district|town|township|village|prefecture|municipality|university|river|lake|road|street|airport|station|port|park|mountain|island)$/

/** One of the forms is a surname and what follows it, none stands where a place stands. */
function isPerson({ tokens }: Document, uses: readonly Use[]): boolean {
  const letters = lettersOf(uses[0]?.form ?? '')
  return (
    !places.has(letters) &&
    uses.some(({ form }) => surnames.has(form.split(' ')[0] as string) && form.includes(' ')) &&
    !uses.some(
      ({ first, last }) =>
        ofPlaces.test(tokens[first - 1]?.word.key ?? '') || ofPlaces.test(tokens[last + 1]?.word.key ?? ''),
    )
  )
}
