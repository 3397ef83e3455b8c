import type { ReactNode } from 'react'
import type { RiskMap } from '../../../modules/risks/web/method.ts'
import { FieldInput } from '../../kit/fields/FieldInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { TextArea } from '../../kit/TextArea.tsx'
import { findRegister } from '../../registers.ts'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { ScalePick } from './ScalePick.tsx'
import { type Settlement, useSettlement } from './settlement.ts'
import type { TabledRisk } from './workshop.ts'

interface SettleFormProps {
  readonly risk: TabledRisk
  readonly map: RiskMap
  readonly names: Titles
  readonly onDone: () => void
}

/** What the table agrees on: two numbers, one sentence why, who answers for it, and what is to be done. */
export function SettleForm({ risk, map, names, onDone }: SettleFormProps): ReactNode {
  const { words } = useSpeech()
  const settlement = useSettlement(risk, map, onDone)
  const { agreed, agree, verdict, isReady, error, save } = settlement
  return (
    <form
      className="settle"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) save()
      }}
    >
      <ScalePick
        label={words('risk_score.likelihood')}
        scale={map.likelihoods}
        value={agreed.likelihood}
        onPick={(likelihood) => agree({ likelihood })}
      />
      <ScalePick
        label={words('risk_score.consequence')}
        scale={map.consequences}
        value={agreed.consequence}
        onPick={(consequence) => agree({ consequence })}
      />
      {verdict === null ? null : (
        <p className="small">
          {words(verdict.isAbove ? 'workshop.above' : 'workshop.within', { level: verdict.level })}
        </p>
      )}
      <TextArea
        label={words('risk_score.rationale')}
        why={words('workshop.rationale.why')}
        value={agreed.rationale}
        onChange={(text) => agree({ rationale: text })}
      />
      <ChosenField name="owner" settlement={settlement} names={names} />
      <ChosenField name="decision" settlement={settlement} names={names} />
      <Problem error={error} />
      <p className="btns">
        <button type="submit" className="btn" disabled={!isReady}>
          {words('workshop.write')}
        </button>
        <button type="button" className="ghost" onClick={onDone}>
          {words('workshop.notYet')}
        </button>
      </p>
    </form>
  )
}

interface ChosenFieldProps {
  readonly name: 'owner' | 'decision'
  readonly settlement: Settlement
  readonly names: Titles
}

/** A field of the risk itself, as its own form shows it. */
function ChosenField({ name, settlement: { agreed, agree }, names }: ChosenFieldProps): ReactNode {
  const field = findRegister('risk')?.fields[name]
  if (field === undefined) return null
  return (
    <FieldInput
      field={field}
      text={`risk.${name}`}
      value={agreed[name]}
      titles={names}
      onChange={(value) => agree({ [name]: typeof value === 'string' ? value : null })}
    />
  )
}
