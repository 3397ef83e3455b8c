import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'
import { type PathReply, verdictOf } from './path.ts'

/** What it means that the target cannot be met: with whose hours it could be, or that none would do. */
export function PlanHelp({ path }: { readonly path: PathReply }): ReactNode {
  const { words, day } = useSpeech()
  const { titles } = path
  const { help } = path.plan
  // Of a day that has passed nothing can be met any more: another is to be chosen.
  if (help === null || verdictOf(path) === 'past') return null
  const { more, best } = help
  if (more === null) return <p className="text">{words('pathPage.help.none', { best: day(best) })}</p>
  const who = more.person === null ? words(`path.giver.${more.job ?? 'everybody'}`) : titles[more.person]?.title
  return (
    <p className="text">{words('pathPage.help.more', { n: more.hours, who: who ?? '', finish: day(more.finish) })}</p>
  )
}
