import type { ReactNode } from 'react'
import { Mark } from '../../kit/Mark.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import { NameTable } from './NameTable.tsx'
import { PlannedTableSection } from './PlannedTableSection.tsx'
import { type Corrections, FATES, type PlanReply } from './plan.ts'

interface PlanViewProps {
  readonly plan: PlanReply
  readonly corrections: Corrections
  readonly isBusy: boolean
  readonly isApplying: boolean
  readonly error: Error | null
  readonly onCorrect: (corrections: Corrections) => void
  readonly onApply: () => void
}

/** What the import would do, table by table; nothing is recorded until the button below is pressed. */
export function PlanView(props: PlanViewProps): ReactNode {
  const { plan, corrections, isBusy, isApplying, error, onCorrect, onApply } = props
  const words = useText()
  const { counts } = plan
  return (
    <div aria-busy={isBusy}>
      <section className="sect" aria-labelledby="notices">
        <h2 id="notices">
          {words('bring.recognised', { n: plan.tables.filter(({ register }) => register !== null).length })}
        </h2>
        {plan.notices.length > 0 ? (
          <ul className="lines small">
            {plan.notices.map((notice) => (
              <li key={`${notice.file}${notice.message}`}>
                <span className="quiet">{notice.file}</span> {notice.message}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {plan.tables.map((table) => (
        <PlannedTableSection
          key={table.key}
          table={table}
          correction={corrections.tables[table.key] ?? {}}
          onCorrect={(correction) =>
            onCorrect({ ...corrections, tables: { ...corrections.tables, [table.key]: correction } })
          }
        />
      ))}
      {plan.names.length > 0 ? (
        <NameTable
          names={plan.names}
          onCorrect={(name, as) => onCorrect({ ...corrections, names: { ...corrections.names, [name]: as } })}
        />
      ) : null}
      <section className="sect" aria-labelledby="apply">
        <h2 id="apply">{words('bring.apply')}</h2>
        <p className="key after">
          {FATES.map((fate) => (
            <span key={fate}>{words(`bring.fate.${fate}.n`, { n: counts[fate] })}</span>
          ))}
        </p>
        {counts.fault > 0 ? (
          <p className="note after">
            <Mark severity="minor" isNamed={false} /> {words('bring.faults', { n: counts.fault })}
          </p>
        ) : null}
        <Problem error={error} />
        <p className="btns">
          <button
            type="button"
            className="btn"
            disabled={isBusy || isApplying || counts.fault > 0 || counts.create + counts.update === 0}
            onClick={onApply}
          >
            {isApplying ? words('bring.applying') : words('bring.do', { n: counts.create + counts.update })}
          </button>
        </p>
      </section>
    </div>
  )
}
