/**
 * Words that bound a phrase or a name: function words, verbs of reporting and of this genre, words of time and amount. A
 * term has none of them at its edges, and a phrase none inside but "of".
 */
import { inflections } from '../matching/inflect.js'

const functionWords =
  'a an the this that these those it its he she they them him her his hers their theirs we us our ours you your i me my mine who whom whose ' +
  'which what when where why how there here and or but nor so yet if then than as at by for from in into of off on onto out over to up upon ' +
  'with within without about above across after against along among around before behind below beneath beside besides between beyond ' +
  'despite down during except inside like near per since through throughout toward towards under until unlike via while whilst because ' +
  'although though whether not no none never ever only just also too very more most much many less least few several some any all both each every ' +
  'either neither other others another such same own even still again already soon later now today yesterday tomorrow once twice ' +
  'however therefore thus hence meanwhile moreover furthermore otherwise instead rather quite almost nearly about including included includes ' +
  'etc must can could may might shall should will would do does did done have has had having be is are was were been being am ' +
  "cannot don't doesn't didn't isn't aren't wasn't weren't won't can't everyone everybody anyone someone nothing something anything everything " +
  'together away back forward ahead far apart aside first second third last next previous former latter following according due based ' +
  'one two three four five six seven eight nine ten hundred thousand million billion percent year years month months week weeks day days hour ' +
  'hours minute minutes time times morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday january february ' +
  'march april may june july august september october november december yuan dollars lot number amount kind sort part way thing things ' +
  'new old good better best big bigger biggest small great high higher highest low lower long short early earlier late recent ' +
  'different various certain whole entire main real true sure able likely possible available own well fully further deeply earnestly ' +
  'effectively actively constantly continuously always often usually really mainly especially particularly respectively currently recently'

const verbs =
  'say tell add note stress emphasize point report announce hold attend preside deliver speak chair convene take make give get go come see ' +
  'know think want need use find show become remain keep let put set bring build carry adhere uphold strengthen promote improve enhance ' +
  'implement deepen accelerate ensure achieve accomplish realize advance boost foster forge guide lead help support provide ' +
  'strive focus require request call urge ask believe continue begin start end include involve relate concern play serve work live ' +
  'increase decrease reduce expand raise rise fall grow create produce establish form constitute study learn understand grasp follow ' +
  'participate join meet visit receive welcome issue release publish launch reach pass win lose face solve resolve handle deal ' +
  'answer reply introduce explain describe express feel look seem appear happen occur turn move run stand sit open close stop allow ' +
  'encourage enable combine integrate coordinate organize conduct perform exert fulfil fulfill comply respond pay buy sell send stay leave ' +
  'affect cause mean represent reflect demonstrate highlight underline reaffirm point hope expect try plan aim seek pursue maintain ' +
  'safeguard protect defend guarantee cultivate consolidate optimize upgrade innovate explore develop do have be write read reveal ' +
  'stimulate inspire adapt apply adopt propose submit complete finish comprise consist contain belong share gather attract ' +
  'eliminate stipulate mobilize mobilise accumulate cover fight overcome prevent avoid remind warn promise vow praise thank commend'

function listed(text: string): string[] {
  return text.split(' ')
}

/** Nouns that are also forms of a verb above. */
const nouns = new Set(
  listed(
    'work report support study plan focus call building training meeting leading guiding learning turn point form end aim help development',
  ),
)

export const boundaries: ReadonlySet<string> = new Set([
  ...listed(functionWords),
  ...listed(verbs)
    .flatMap(inflections)
    .filter((word) => !nouns.has(word)),
])

/** Words in capitals that are no part of a name: weekdays, months, what opens a sentence. */
export const outsideNames: ReadonlySet<string> = new Set(
  listed(functionWords).filter((word) => !/^(first|second|third|new|great|national|may|march)$/.test(word)),
)

/** Small words that may stand inside of a name. */
export const joints: ReadonlySet<string> = new Set(listed('of and the for on'))

/** Words that say little of what a name is about. */
export const light: ReadonlySet<string> = new Set(
  listed(
    "of and the for on in to a an with by at 's new great north south east west northern southern eastern western upper lower old saint",
  ),
)
