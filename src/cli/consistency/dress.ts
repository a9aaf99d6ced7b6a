/** Script and style of the report's page. */
import type { Dress } from '../../pages/page.js'
import { dressFrom } from '../dress.js'

const scripts = [
  '../../pages/browser/element.js',
  'dom.js',
  'charts.js',
  'table.js',
  'occurrences.js',
  'concept.js',
  'overview.js',
  'main.js',
]

export function dress(): Dress {
  const sheets = ['../../pages/browser/base.css', 'report.css']
  return dressFrom('dist/consistency/browser', scripts, sheets)
}
