import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { levelName, type RiskMap } from '../../../modules/risks/web/method.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { Problem } from '../../kit/Problem.tsx'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { OpinionList } from './OpinionList.tsx'
import { ScalePick } from './ScalePick.tsx'
import { SettleForm } from './SettleForm.tsx'
import type { TabledRisk, WorkshopReply } from './workshop.ts'

interface RiskCardProps {
  readonly risk: TabledRisk
  readonly map: RiskMap
  readonly me: string | null
  readonly can: WorkshopReply['can']
  readonly names: Titles
}

/** One risk on the table: what I think, what the others think, and what we agree on. */
export function RiskCard({ risk, map, me, can, names }: RiskCardProps): ReactNode {
  const { words } = useSpeech()
  const { tense } = useAsOf()
  const [isSettling, setSettling] = useState(false)
  const mine = risk.opinions.find(({ by }) => by === me) ?? null
  const mayAct = tense === 'present' && map.method !== null
  return (
    <article className="tabled" aria-label={`${risk.number} ${risk.title}`}>
      <header>
        <h3>
          <Go to={`registers/risk/${risk.id}`}>{risk.number}</Go> {risk.title}
        </h3>
        {risk.scenario === null ? null : <p className="small soft">{risk.scenario}</p>}
      </header>
      {mayAct && can.opine ? <MyOpinion risk={risk} map={map} mine={mine} /> : null}
      <OpinionList risk={risk} map={map} names={names} />
      <Outcome risk={risk} map={map} names={names} />
      {mayAct && can.settle ? (
        isSettling ? (
          <SettleForm risk={risk} map={map} names={names} onDone={() => setSettling(false)} />
        ) : (
          <p className="btns">
            <button type="button" className={risk.isDone ? 'ghost' : 'btn'} onClick={() => setSettling(true)}>
              {words(risk.score === null ? 'workshop.settle' : 'workshop.again')}
            </button>
          </p>
        )
      ) : null}
    </article>
  )
}

interface MyOpinionProps {
  readonly risk: TabledRisk
  readonly map: RiskMap
  readonly mine: TabledRisk['opinions'][number] | null
}

/** A number is said by pressing it; it is kept at once, and another press changes it. */
function MyOpinion({ risk, map, mine }: MyOpinionProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const saying = useMutation({
    mutationFn: (said: Readonly<Record<string, number>>) =>
      api.send('POST', 'workshop/opinions', { body: { risk: risk.id, ...said } }),
    onSuccess: () => api.refresh(),
  })
  return (
    <div className="opinion">
      <ScalePick
        label={words('workshop.myLikelihood')}
        scale={map.likelihoods}
        value={mine?.likelihood ?? null}
        onPick={(likelihood) => saying.mutate({ likelihood })}
      />
      <ScalePick
        label={words('workshop.myConsequence')}
        scale={map.consequences}
        value={mine?.consequence ?? null}
        onPick={(consequence) => saying.mutate({ consequence })}
      />
      <Problem error={saying.error} />
    </div>
  )
}

function Outcome({ risk, map, names }: Pick<RiskCardProps, 'risk' | 'map' | 'names'>): ReactNode {
  const { words } = useSpeech()
  const { score, owner, decision } = risk
  if (score === null) return null
  return (
    <p className="small">
      <b>
        {words('workshop.settled', {
          likelihood: score.likelihood ?? '?',
          consequence: score.consequence ?? '?',
          level: levelName(map, score.level) ?? '?',
        })}
      </b>{' '}
      {score.rationale}{' '}
      <span className="quiet">
        {owner === null ? words('workshop.noOwner') : (names[owner]?.title ?? '')}
        {decision === null ? '' : `, ${words(`risk.decision.${decision}`)}`}
      </span>
    </p>
  )
}
