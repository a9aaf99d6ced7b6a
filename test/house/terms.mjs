// node terms.mjs 5000 > terms.yaml: local bodies of counties that do not exist, made by pattern, in the shape of a spreadsheet's two columns.
import { fileURLToPath } from 'node:url'

const syllables = 'an安 bei北 chang长 dong东 feng丰 gu古 hai海 jin金 kang康 lin林 ming明 nan南 ping平 qing清 ru如 shan山 tai泰 wu武 xi西 yong永'
  .split(' ')
  .map((pair) => [pair.slice(0, -1), pair.slice(-1)])
const bodies = {
  水务局: 'Water Affairs Bureau',
  教育局: 'Education Bureau',
  民政局: 'Civil Affairs Bureau',
  财政局: 'Finance Bureau',
  统计局: 'Statistics Bureau',
  档案馆: 'Archives',
  图书馆: 'Library',
  气象局: 'Meteorological Bureau',
  林业局: 'Forestry Bureau',
  审计局: 'Audit Bureau',
  融媒体中心: 'Media Convergence Center',
  行政审批局: 'Administrative Approval Bureau',
  政务服务中心: 'Government Services Center',
}

/** `count` concepts as a house's glossary file: Chinese, English, nothing else. */
export function houseTerms(count) {
  const lines = ['defaults: { kind: organization }', 'concepts:']
  const names = Object.entries(bodies)
  for (let i = 0; i < count; i++) {
    const [zh, en] = names[i % names.length]
    const [chinese, english] = county(Math.floor(i / names.length))
    lines.push(`  - { id: local-${i + 1}, zh: ${chinese}县${zh}, preferred: ${english} County ${en} }`)
  }
  return `${lines.join('\n')}\n`
}

/** The number in base 20, three digits, each a syllable. */
function county(number) {
  const parts = [Math.floor(number / 400), Math.floor(number / 20), number].map((n) => syllables[n % 20])
  const english = parts.map(([sound]) => sound).join('')
  return [parts.map(([, sign]) => sign).join(''), english[0].toUpperCase() + english.slice(1)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(houseTerms(Number(process.argv[2] ?? 5000)))
