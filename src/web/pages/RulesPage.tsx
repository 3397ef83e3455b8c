import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { byChapter, type ReadinessReply } from '../readiness.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useRuleSpeech } from '../text.ts'
import { RuleItem } from './rules/RuleItem.tsx'
import type { RulesReply } from './rules/rules.ts'

/** The stage whose answer says where every rule stands. */
const EVERY_RULE = 'RC'

/** Every rule of the rule set: what it asks, on whose demand, what clears it, and where it stands here. */
export function RulesPage(): ReactNode {
  const { words, has } = useRuleSpeech()
  const api = useApi()
  const address = useAddress()
  const rules = useQuery(api.read<RulesReply>('readiness/rules', {}, {}))
  const readiness = useQuery(api.read<ReadinessReply>('readiness', { stage: EVERY_RULE }))
  if (rules.isPending) return <PageSkeleton />
  if (rules.isError) return <ListError error={rules.error} onRetry={() => void rules.refetch()} />
  const wanted = (address.get('q') ?? '').trim().toLocaleLowerCase()
  const standing = new Map(readiness.data?.standing.map((one) => [one.rule, one]))
  const shown = rules.data.rules.filter(({ id, clause }) =>
    [id, clause, words(`rule.${id}.title`), words(`rule.${id}.why`)].some((said) =>
      said.toLocaleLowerCase().includes(wanted),
    ),
  )
  return (
    <>
      <div className="head">
        <h1>{words('nav.rules')}</h1>
        <span className="quiet">
          {words('rulesPage.count', { n: rules.data.rules.length, version: rules.data.ruleSet })}
        </span>
      </div>
      <p className="lead">{words('rulesPage.lead')}</p>
      <div className="bar">
        <input
          type="search"
          className="in seek"
          aria-label={words('rulesPage.search')}
          placeholder={words('rulesPage.search')}
          value={address.get('q') ?? ''}
          onChange={(event) => address.set({ q: event.target.value || undefined }, { replace: true })}
        />
      </div>
      {shown.length === 0 ? <p className="empty">{words('rulesPage.none')}</p> : null}
      {byChapter(shown).map(([chapter, own]) => (
        <section key={chapter} className="rules">
          <h2>{has(`chapter.${chapter}`) ? words(`chapter.${chapter}`) : chapter}</h2>
          {own.map((rule) => (
            <RuleItem key={rule.id} rule={rule} standing={standing.get(rule.id) ?? null} />
          ))}
        </section>
      ))}
      {wanted === '' ? <MetaRules /> : null}
    </>
  )
}

const META = ['M-1', 'M-2', 'M-3', 'M-4', 'M-5', 'M-6', 'M-7', 'M-8', 'M-9'] as const

/** What happens to findings when they meet: raised, added up, in hand, asked about. */
function MetaRules(): ReactNode {
  const { words } = useRuleSpeech()
  return (
    <section className="rules">
      <h2>{words('rulesPage.meta')}</h2>
      <dl className="facts metas">
        {META.map((meta) => (
          <div key={meta}>
            <dt>{meta}</dt>
            <dd>{words(`meta.${meta}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
