/**
 * English inflection, by rule with the irregular verbs that this genre uses: enough to let a pattern say
 * `strengthen~` and to carry a plural over to a replacement. It promises regular forms of known words, not a
 * morphology of English.
 */

const irregular: Record<string, string> = {
  be: 'is are was were been being',
  bear: 'bears bore borne bearing',
  become: 'becomes became becoming',
  begin: 'begins began begun beginning',
  break: 'breaks broke broken breaking',
  bring: 'brings brought bringing',
  build: 'builds built building',
  catch: 'catches caught catching',
  choose: 'chooses chose chosen choosing',
  come: 'comes came coming',
  cut: 'cuts cutting',
  deal: 'deals dealt dealing',
  do: 'does did done doing',
  draw: 'draws drew drawn drawing',
  drive: 'drives drove driven driving',
  fight: 'fights fought fighting',
  find: 'finds found finding',
  forge: 'forges forged forging',
  get: 'gets got getting',
  give: 'gives gave given giving',
  go: 'goes went gone going',
  grasp: 'grasps grasped grasping',
  grow: 'grows grew grown growing',
  have: 'has had having',
  hold: 'holds held holding',
  keep: 'keeps kept keeping',
  know: 'knows knew known knowing',
  lay: 'lays laid laying',
  lead: 'leads led leading',
  leave: 'leaves left leaving',
  lose: 'loses lost losing',
  make: 'makes made making',
  meet: 'meets met meeting',
  put: 'puts putting',
  rise: 'rises rose risen rising',
  run: 'runs ran running',
  say: 'says said saying',
  see: 'sees saw seen seeing',
  seek: 'seeks sought seeking',
  send: 'sends sent sending',
  set: 'sets setting',
  speak: 'speaks spoke spoken speaking',
  spread: 'spreads spreading',
  stand: 'stands stood standing',
  strike: 'strikes struck striking',
  sweep: 'sweeps swept sweeping',
  take: 'takes took taken taking',
  tell: 'tells told telling',
  understand: 'understands understood understanding',
  uphold: 'upholds upheld upholding',
  win: 'wins won winning',
  write: 'writes wrote written writing',
}

/** Regular verbs that approved phrases of this genre begin with: what may take over the tense of a verb. */
const regular = new Set(
  (
    'advance boost combat consolidate coordinate ensure expand forestall defuse foster implement improve integrate plan ' +
    'pool promote pursue rally relay root serve shore study strengthen use'
  ).split(' '),
)
/** Gerunds that are adjectives or nouns here. */
const nominal = new Set('leading guiding standing working running meeting'.split(' '))

const doubling = new Set('plan stop drop submit commit permit refer map step control equip'.split(' '))
const plurals: Record<string, string> = { person: 'people', man: 'men', woman: 'women', analysis: 'analyses' }
const same = new Set(
  'series means people personnel staff information work cyberspace news species'.split(' '),
)

/** A word and its inflected forms, the word itself first. */
export function inflections(word: string): string[] {
  const known = irregular[word]
  if (known !== undefined) return [word, ...known.split(' ')]
  const stem = /[^aeiouy]e$|ue$|[aeiou]ye$/.test(word) ? word.slice(0, -1) : word
  const past = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : undefined
  const double = doubling.has(word) ? word + word.slice(-1) : undefined
  const ed = past ?? (double ? `${double}ed` : word.endsWith('e') ? `${word}d` : `${word}ed`)
  const ing = double ? `${double}ing` : `${stem}ing`
  return [...new Set([word, plural(word), ed, ing])]
}

/** `base` for a verb as it stands in a dictionary, `ing` for its gerund; undefined for all that is no known verb. */
export function verbal(word: string): 'base' | 'ing' | undefined {
  if (irregular[word] !== undefined || regular.has(word)) return 'base'
  if (!word.endsWith('ing') || nominal.has(word)) return undefined
  const isGerund = (verb: string) => inflections(verb).includes(word)
  return [...Object.keys(irregular), ...regular].some(isGerund) ? 'ing' : undefined
}

/** A verb in the form that `like` has of another verb: `shore` like `strengthened` is `shored`. */
export function inflectedLike(verb: string, like: string, likeBase: string): string | undefined {
  if (like === likeBase) return verb
  const forms = inflections(verb)
  if (like.endsWith('ing')) return forms.at(-1)
  if (like === plural(likeBase) || like === irregular[likeBase]?.split(' ')[0]) return forms[1]
  return forms.length > 3 ? forms[2] : verb
}

/** Where the head of a noun phrase stands: before its first preposition, else at its end. */
export function headOf(words: readonly string[]): number {
  const at = words.findIndex((word) => prepositions.has(word))
  return at > 0 ? at - 1 : words.length - 1
}

const prepositions = new Set('of for to on in with from at over against between through'.split(' '))

/** The plural of a noun; the word itself where it has none, or is one. */
export function plural(noun: string): string {
  const lower = noun.toLowerCase()
  if (same.has(lower) || /[^sui]s$/.test(lower)) return noun
  const known = plurals[lower]
  if (known !== undefined) return noun[0] + known.slice(1)
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(s|x|z|ch|sh)$/i.test(noun)) return `${noun}es`
  return `${noun}s`
}

/** A folded sequence with its head in the plural; none where it has none or cannot take one. */
export function pluralsOf(sequence: string): string[] {
  const words = sequence.split(' ')
  const head = headOf(words)
  const word = words[head] as string
  if (/^an?$/.test(words[0] as string)) return []
  if (!/^[a-z]{3,}$/.test(word) || /(s|ed|ing|ly|tion of|ness)$/.test(word)) return []
  const made = plural(word)
  return made === word ? [] : [words.with(head, made).join(' ')]
}

/** `a` or `an`, by the sound that the next word begins with; acronyms are spelled out. */
export function article(next: string): 'a' | 'an' {
  if (/^[A-Z]{2,}/.test(next) && !/^(NASA|NATO|ASEAN|BRICS|SARS|UNESCO|UNICEF)/.test(next))
    return /^[AEFHILMNORSX]/.test(next) ? 'an' : 'a'
  if (/^(uni([^nm]|$)|use|usu|ubiq|eu|one\b|once\b)/i.test(next)) return 'a'
  if (/^(hour|honest|honou?r|heir)/i.test(next)) return 'an'
  return /^([aeiou]|8|1[18](?!\d))/i.test(next) ? 'an' : 'a'
}
