// A corpus of our own making: articles of about 5 KB in the manner of translated official news, with as many defects as
// machine translation has. Deterministic, so that two runs of a benchmark read the same bytes.

const nouns = 'meeting policy reform official district county economy industry platform system network market factory harvest bridge railway school hospital resident worker farmer village river forest grain energy standard plan project budget inspection review law regulation court standard service bank loan export port customs tourist museum festival team expert report survey figure quarter year month region province city town bureau commission office ministry leader delegate speech address decision measure task goal target risk problem result achievement progress effort support confidence cooperation exchange dialogue partner visit agreement document statement principle value culture tradition heritage environment climate air water soil waste carbon technology chip software data cloud satellite rocket laboratory patent talent student teacher graduate job income housing pension insurance clinic vaccine doctor nurse'.split(' ')
const verbs = 'promote strengthen improve support expand guide review inspect visit open launch build upgrade protect develop advance deepen complete publish adopt approve discuss stress highlight note report announce reduce increase attract welcome train select organize convene'.split(' ')
const adjectives = 'new major local national high-quality green digital modern stable healthy orderly coordinated key relevant public rural urban regional international annual joint comprehensive effective important innovative open inclusive practical timely safe'.split(' ')
const adverbs = 'steadily further actively jointly continuously effectively resolutely gradually fully widely'.split(' ')
const people = ['Li Wei', 'Zhang Min', 'Wang Fang', 'Chen Jie', 'Liu Yang', 'Zhao Lei', 'Sun Li', 'Zhou Hong', 'Wu Gang', 'Xu Na']
const places = ['Beijing', 'Chengdu', 'Xiamen', 'Wuhan', 'Nanning', 'Harbin', 'Lanzhou', 'Kunming', 'Jinan', 'Taiyuan']
const names = ['the State Council', 'the CPC Central Committee', 'the Ministry of Industry and Information Technology', 'the National Development and Reform Commission', 'the Cyberspace Administration of China', 'the Publicity Department of the CPC Central Committee']
const defects = ['the Central Network Information Office', 'the Central Cyberspace Administration of China', 'the the plan', 'the its budget', 'the market . ', 'results. and figures', 'China‘s goal', 'theme education', "Xi Jinping's new era of socialism with Chinese characteristics", 'the deputy premier', 'network power', 'lead party groups']

/** Mulberry32: a small generator with a known sequence. */
export function generator(seed) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` articles of about `size` characters; `rate` is the share of sentences with a defect. */
export function articles(count, size, { rate = 0.03, seed = 7, markdown = false } = {}) {
  const random = generator(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const phrase = () => `the ${random() < 0.6 ? `${pick(adjectives)} ` : ''}${pick(nouns)}${random() < 0.3 ? ` of the ${pick(nouns)}` : ''}`
  const clause = () => `${random() < 0.3 ? `${pick(adverbs)} ` : ''}${pick(verbs)} ${random() < rate ? pick(defects) : random() < 0.08 ? pick(names) : phrase()}`
  const sentence = () => {
    const lead = random() < 0.25 ? `${pick(people)}, an official in ${pick(places)}, said that they would ` : random() < 0.2 ? `On ${pick(['March', 'July', 'September'])} ${1 + Math.floor(random() * 28)}, officials began to ` : `Efforts should be made to `
    const body = [clause(), clause(), random() < 0.5 ? clause() : ''].filter(Boolean).join(', and to ')
    return random() < 0.1 ? `“It is time to ${body},” ${pick(people)} said.` : `${lead}${body}.`
  }
  const dressed = (text) => (markdown ? text.replace(/the State Council/g, '**the State Council**').replace(/officials/g, '[officials](https://example.com/a?b=c)').replace(/“/g, '&ldquo;') : text)
  return Array.from({ length: count }, () => {
    let text = `${markdown ? '# ' : ''}${pick(places)} meeting calls for ${pick(adjectives)} ${pick(nouns)}\n\n`
    while (text.length < size) text += `${dressed(Array.from({ length: 3 + Math.floor(random() * 4) }, sentence).join(' '))}\n\n`
    return text
  })
}
