/**
 * Names of persons and of places, by their shape: a Chinese surname and a given name in pinyin, a place with its kind behind
 * ("Chaoyang District"). Foreign persons are told only by their words, none of which is English: see `candidates.ts`.
 */

/** The hundred surnames that most people in China bear (Ministry of Public Security, 2020), some more, and compound ones. */
const surnames = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng deng cao peng ' +
    'zeng xiao tian dong yuan pan cai jiang yu du ye cheng wei su lu lü ding ren yao fan fang shi jin tan liao zou xiong hao kong bai ' +
    'cui kang mao qiu qin gu hou shao meng long wan duan qian yin chang lai wen qiao gong pang xing ni lei shen xi bian bo chai cong dai ' +
    'dou fei fu gan ge gou guan gui hong huan hua ji jia jian jing ju ke lang lao le leng lian ling lou man mei miao ming mo mu nan ning ' +
    'niu nong ouyang sima shangguan pei ping qi qu quan ran rong ruan sang sha shan shang shu shuai tao teng tie tong tu wang weng xia ' +
    'xian xiang xin xue xun yan ying you yue yun zang zha zhai zhan zhen zhi zhong zhuang zhuge zhuo zong zuo'
  ).split(' '),
)

const syllable =
  '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|an|ai|ao|en|ei|er|in|ia|ie|iu|ua|ui|un|uo|ou|ue|üe|ün|[aeiouü]))'
const given = new RegExp(`^${syllable}{1,2}$`, 'i')

/** How many words from here are a person's name: a surname and one or two words in pinyin; 0 where they are none. */
export function personAt(words: readonly string[], at: number): number {
  const [surname, first, second] = words.slice(at, at + 3).map((word) => word.toLowerCase())
  if (surname === undefined || first === undefined || !surnames.has(surname)) return 0
  if (!given.test(first.replace(/['’-]/g, ''))) return 0
  return second !== undefined && first.length <= 5 && second.length <= 5 && given.test(second) ? 3 : 2
}

const placeKinds = new Set(
  (
    'province city county district prefecture township town village street road avenue river lake sea strait straits mountain mountains island ' +
    'islands peninsula bay port harbor harbour airport station square park bridge desert plateau basin state university college hospital'
  ).split(' '),
)

/** "Chaoyang District", "Hebei Province and Handan City": places, where nothing but names stands before their kind. */
export function isPlace(words: readonly string[], isCommon: (word: string) => boolean): boolean {
  const and = words.indexOf('and')
  if (and > 0) return isPlace(words.slice(0, and), isCommon) && isPlace(words.slice(and + 1), isCommon)
  return placeKinds.has(words.at(-1) ?? '') && !words.slice(0, -1).some(isCommon)
}
