/** Chinese names in Latin letters: what can be a syllable, and what a surname. Whether it is one here, the words around it say. */

/** The hundred surnames that most people in China bear (Ministry of Public Security, 2020), some more, and compound ones. */
export const surnames: ReadonlySet<string> = new Set(
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
  '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)|[nl]üe?|a[ion]?|ang|e[nr]?|ou)'
const given = new RegExp(`^${syllable}{1,2}$`, 'i')
const whole = new RegExp(`^${syllable}{1,3}$`, 'i')
const long = new RegExp(`^${syllable}{2,5}$`, 'i')

/** Cheap, and true of no more than every third English word. */
function endsLikeOne(letters: string): boolean {
  return 'aeiouünrgAEIOUÜNRG'.includes(letters[letters.length - 1] ?? '-')
}

/** One or two syllables, as a given name has. */
export function isGivenName(letters: string): boolean {
  return given.test(letters)
}

/** One to three syllables: a surname, a given name, or both in one. */
export function isPinyin(letters: string): boolean {
  return endsLikeOne(letters) && whole.test(letters)
}

/** Two to five syllables, as a place has. */
export function isLongPinyin(letters: string): boolean {
  return endsLikeOne(letters) && long.test(letters)
}
