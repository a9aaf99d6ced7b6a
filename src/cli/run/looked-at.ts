/** An article with all that its project says of it, but for the decisions of the desk, which stand above what is found. */
import type { Project } from '../../config/project.js'
import type { ArticleInput } from '../../session.js'

export function lookedAt(
  text: string,
  absolute: string,
  project: Project,
  date: string | undefined,
): ArticleInput {
  return {
    text,
    path: absolute,
    settings: project.settingsFor(absolute),
    date,
    dateElse: project.dateFor(absolute),
  }
}
