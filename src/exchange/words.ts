/**
 * The words of the wild: what other people's tables and termbases call a status, a column, yes and no. A new word is
 * one more word here. Looked up in lower case, without spaces, hyphens and underscores.
 */
import { allFacts, type Fact, type Status, statuses } from './draft.js'

/** A draft is none of the statuses: its concept is not enforced. */
export type StatusWord = Status | 'draft'

const statusWords: Record<StatusWord, string> = {
  preferred:
    'preferred,preferredterm,preferredtermadmnsts,approved,approvedterm,standardized,standardised,standardizedterm,standardterm,' +
    'standard,official,recommended,mandatory,required,legalterm,regulatedterm,main,use,ok,valid,validated,final,finalized,' +
    '首选,首选词,首选术语,首选项,推荐,推荐译法,标准,标准译法,规范,规范译法,正式,官方,官方译法,批准,已批准,已审核,审定,统一译法',
  admitted:
    'admitted,admittedterm,admittedtermadmnsts,allowed,accepted,acceptable,permitted,alternative,synonym,variant,secondary,tolerated,' +
    '允许,许用,可用,可接受,备选,别名,同义词,同义,容许',
  short:
    'short,shortform,shortformof,acronym,abbreviation,abbreviated,abbreviatedform,initialism,缩写,简写,首字母缩写',
  attested: 'attested,inuse,seen,外媒用法,外媒',
  superseded:
    'superseded,supersededterm,supersededtermadmnsts,obsolete,outdated,former,historical,archaic,retired,replaced,' +
    '旧称,旧译,已废止,废止,已过时,过时,曾用,曾用名',
  deprecated:
    'deprecated,deprecatedterm,deprecatedtermadmnsts,forbidden,prohibited,donotuse,dontuse,notrecommended,notapproved,unapproved,' +
    'rejected,refused,avoid,banned,wrong,incorrect,invalid,error,no,negative,notpreferred,blacklisted,notadmitted,' +
    '禁用,禁止,禁止使用,停用,不可用,不用,错误,误译,错译,不推荐,不规范,拒绝,已拒绝',
  draft:
    'draft,proposed,proposal,candidate,new,pending,inreview,provisional,provisionallyprocessed,unprocessed,underreview,todo,' +
    '草稿,草案,待审,待审核,待定,候选,建议',
}

/** `first` and `second` are the two columns whose languages only their content tells. */
export type Column = 'id' | 'zh' | 'en' | 'first' | 'second' | 'status' | 'pattern' | Status | Fact

const columnWords: Partial<Record<Column, string>> = {
  id: 'id,conceptid,entryid,termid,entry,conceptkey,key,identifier,uid,uuid,编号,标识,条目编号,概念编号,词条编号',
  zh: 'zh,chinese,zhcn,zhhans,zhhanscn,cn,chs,zho,cmn,simplifiedchinese,chinesesimplified,chinese(simplified),chineseterm,中文,汉语,简体中文,中文术语,中文名,中文名称,中文全称,汉语术语',
  en: 'en,english,enus,engb,eng,englishterm,englishtranslation,英文,英语,英译,英文术语,英文名,英文名称,英文全称,英文译法,英语术语,英文翻译',
  first:
    'sourceterm,sourcephrase,sourcetext,sourcelanguage,sourcesegment,src,term,原文,源语,源语言,源术语,术语,词条',
  second:
    'target,targetterm,targetphrase,targettext,targetlanguage,targetsegment,tgt,translation,rendering,译文,译法,目标语,目标语言,目标术语,翻译,译名',
  status:
    'status,termstatus,usagestatus,administrativestatus,approvalstatus,state,termusage,usage,状态,术语状态,使用状态,审核状态',
  pattern: 'pattern,ispattern',
  preferred:
    'preferred,preferredterm,preferredenglish,approvedterm,首选,首选译法,推荐译法,标准译法,官方译法,规范译法,统一译法',
  admitted:
    'admitted,admittedterms,alternatives,alternative,synonyms,synonym,variants,variant,also,alsoallowed,allowed,accepted,同义词,别名,别译,备选译法,其他译法,可用译法,允许',
  short: 'short,shortform,shortforms,abbreviation,abbreviations,abbr,acronym,acronyms,缩写,英文缩写,英文简称',
  attested: 'attested',
  superseded: 'superseded,obsolete,former,formerterm,formerly,oldterm,旧译,旧称,旧译法,曾用名,曾用译法',
  deprecated:
    'deprecated,forbidden,forbiddenterms,forbiddenterm,prohibited,donotuse,avoid,wrong,incorrect,rejected,unapproved,禁用,禁用词,禁用译法,错误译法,误译,错译,不推荐,停用',
  kind: 'kind,category,类别,分类',
  note: 'note,notes,comment,comments,remark,remarks,definition,description,备注,说明,注释,定义,注',
  why: 'why,reason,reasons,rationale,原因,理由,禁用原因',
  source: 'source,sources,reference,references,citation,url,link,出处,来源,参考,链接,依据',
  when: 'when,condition,条件,适用场合',
  'used-by': 'usedby,customer,client,users,使用者,客户',
  since: 'since,validfrom,from,启用日期,自',
  until: 'until,validuntil,validto,to,停用日期,至',
}

const statusTable = tableOf(statusWords)
const columnTable = tableOf({
  ...Object.fromEntries([...allFacts, ...statuses].map((name) => [name, name])),
  ...columnWords,
} as Record<Column, string>)

export function statusOf(word: string): StatusWord | undefined {
  return statusTable.get(folded(word))
}

export function columnOf(word: string): Column | undefined {
  return columnTable.get(folded(word))
}

const yes = new Set('yes,y,true,1,x,是,✓,✔'.split(','))
const no = new Set('no,n,false,0,否,✗'.split(','))

export function truthOf(word: string): boolean | undefined {
  const one = folded(word)
  return yes.has(one) ? true : no.has(one) ? false : undefined
}

function tableOf<K extends string>(words: Record<K, string>): Map<string, K> {
  return new Map(
    (Object.entries(words) as [K, string][]).flatMap(([key, list]) =>
      list.split(',').map((word) => [folded(word), key] as const),
    ),
  )
}

function folded(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.:*'’-]+/g, '')
}
