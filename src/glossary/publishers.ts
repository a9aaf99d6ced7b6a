/**
 * Who stands behind a source, the most official first. A title or a publisher tells by how it begins (the longest beginning
 * wins), a host by how it ends; the title goes first, then the publisher, since much of Xinhua is read on other
 * desks' pages, then the host.
 */
export interface Kind {
  name: string
  /** What a table has room for. */
  short: string
  /** It repeats what others say: alone, it proves little. */
  secondHand?: true
  titles?: readonly string[]
  by?: readonly string[]
  hosts?: readonly string[]
}

export const kindsOfSource: readonly Kind[] = [
  {
    name: 'Government Work Reports, Party documents, works and speeches of leaders',
    short: 'documents',
    titles: [
      'Report on the Work of the Government',
      'Constitution of the Communist Party of China',
      'Report to the 18th National Congress',
      'Report to the 19th National Congress',
      'Report to the 20th National Congress',
      'New Year address',
      'Xi Jinping: The Governance of China',
    ],
    by: ['Xi Jinping', 'CPC', '19th National Congress of the CPC', '20th National Congress of the CPC'],
    hosts: ['theorychina.org', 'theorychina.org.cn'],
  },
  {
    name: "State Council and National People's Congress",
    short: 'state',
    by: [
      'State Council',
      "National People's Congress",
      "Standing Committee of the National People's Congress",
    ],
    hosts: ['www.gov.cn', 'english.gov.cn', 'npc.gov.cn', 'npc.gov.cn.cdurl.cn'],
  },
  {
    name: 'State Council Information Office',
    short: 'SCIO',
    by: ['State Council Information Office', 'SCIO'],
    hosts: ['scio.gov.cn'],
  },
  {
    name: 'ministries, courts and departments of the Party on their own sites',
    short: 'ministries',
    by: [
      'Ministry of',
      "Supreme People's",
      'Cyberspace Administration of China',
      'International Department of the CPC',
      'Standardization Administration of China',
      'State Taxation Administration',
      'China Executive Leadership Academy',
    ],
    hosts: [
      'idcpc.org.cn',
      'idcpc.gov.cn',
      'court.gov.cn',
      'mod.gov.cn',
      'mofcom.gov.cn',
      'spp.gov.cn',
      'fmprc.gov.cn',
      'mfa.gov.cn',
      'cac.gov.cn',
    ],
  },
  {
    name: 'local governments',
    short: 'local',
    by: ['Foreign Affairs Office of', 'HKSAR', 'Suzhou Industrial Park'],
    hosts: ['gov.cn', 'gov.hk'],
  },
  {
    name: 'Xinhua',
    short: 'Xinhua',
    by: ['Xinhua'],
    hosts: ['news.cn', 'xinhuanet.com', 'chinaview.cn', 'chinaview.xhinst.net'],
  },
  { name: 'Qiushi', short: 'Qiushi', by: ['Qiushi'], hosts: ['qstheory.cn'] },
  {
    name: 'China Daily',
    short: 'ChinaDaily',
    by: ['China Daily'],
    hosts: ['chinadaily.com.cn', 'chinadailyasia.com', 'chinadailyhk.com', 'chinaservicesinfo.com'],
  },
  {
    name: "People's Daily, CGTN, Global Times, China.org.cn and other media of China",
    short: 'media',
    by: [
      "People's Daily",
      'CGTN',
      'Global Times',
      'China.org.cn',
      'Guangming',
      'Shanghai Daily',
      'chinamil.com.cn',
      'Caixin',
      'Chinese Social Sciences Today',
      'Xuexi Qiangguo',
      'Women of China',
      "All-China Women's Federation",
      'China International Studies',
      'Beijing Review',
      'NewsChina',
      'Contemporary World',
    ],
    hosts: [
      'people.cn',
      'pdnews.cn',
      'cgtn.com',
      'globaltimes.cn',
      'china.org.cn',
      'china.com.cn',
      'chinagate.cn',
      'gmw.cn',
      'ecns.cn',
      'ce.cn',
      'shine.cn',
      'chinamil.com.cn',
      'womenofchina.cn',
      'chinatoday.com.cn',
      'csstoday.com',
      'anhuinews.com',
      'ourjiangsu.com',
      'yunnangateway.com',
      'caixinglobal.com',
      'humanrights.cn',
      'cpifa.org',
      'runsky.com',
    ],
  },
  {
    name: 'foreign press and scholarship',
    short: 'foreign',
    by: [
      'DigiChina',
      'ChinaFile',
      'Sinocism',
      'Chinascope',
      'South China Morning Post',
      'The News Lens',
      'TASS',
      'Sputnik',
      'Law Library of Congress',
      'Library of Congress',
    ],
    hosts: [
      'stanford.edu',
      'chinafile.com',
      'chinascope.org',
      'sinocism.com',
      'scmp.com',
      'thenewslens.com',
      'loc.gov',
      'kbc.co.ke',
      'indiadailydigital.com',
      'thefinancialdaily.com',
      'thefinancialexpress.com.bd',
      'spotlightnepal.com',
      'urdupoint.com',
      'tdminews.com',
      'almaghribtoday.net',
      'ktsf.com',
      '3danews.ir',
    ],
  },
  {
    name: 'law firms, companies, encyclopaedias, dictionaries and copies',
    short: 'secondhand',
    secondHand: true,
    hosts: [
      'wikipedia.org',
      'wikisource.org',
      'everipedia.org',
      'docslib.org',
      'watsonband.com',
      'protiviti.com',
      'digitalpolicyalert.org',
      'eworksglobal.com',
      'csrcare.com',
      'aliyun.com',
      'interlib.cn',
      'fx361.com',
      'fx361.cc',
      'birddict.com',
      'en84.com',
      'hxen.net',
      'haosuyi.com',
      'tjxz.cc',
      'ximalaya.com',
      'larcmm.com',
      'pmtkcde.org.cn',
      'chineselaw.net',
      'syxj.com.cn',
      'baiguan.news',
      'pressreader.com',
    ],
  },
]

/** Of a source that the table does not know. */
export const unknownKind: Kind = {
  name: 'not in the table of publishers',
  short: 'unknown',
  secondHand: true,
}

export function kindOf({
  title = '',
  by = '',
  host = '',
}: {
  title?: string
  by?: string
  host?: string
}): Kind {
  return (
    longest(title, 'titles', (whole, part) => whole.startsWith(part)) ??
    longest(by, 'by', (whole, part) => whole.startsWith(part)) ??
    longest(host, 'hosts', (whole, part) => whole === part || whole.endsWith(`.${part}`)) ??
    unknownKind
  )
}

function longest(
  whole: string,
  key: 'titles' | 'by' | 'hosts',
  fits: (whole: string, part: string) => boolean,
): Kind | undefined {
  let best: { kind: Kind; length: number } | undefined
  for (const kind of kindsOfSource)
    for (const part of kind[key] ?? [])
      if (fits(whole, part) && part.length > (best?.length ?? 0)) best = { kind, length: part.length }
  return best?.kind
}
