import { type ReactNode, useState } from 'react'
import { Go } from '../../Go.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { RecordForm } from '../../kit/record/RecordForm.tsx'
import type { ExpectedFinding } from '../../readiness.ts'
import { findRegister } from '../../registers.ts'
import type { RecordReply } from '../../replies.ts'
import { useText } from '../../text.ts'

interface PlanRemedyProps {
  readonly finding: ExpectedFinding
}

/** Turns a finding into an action of the register of actions, filled in as far as it is known. */
export function PlanRemedy({ finding }: PlanRemedyProps): ReactNode {
  const words = useText()
  const [isOpen, setOpen] = useState(false)
  const [planned, setPlanned] = useState<RecordReply['record'] | null>(null)
  const register = findRegister('action')
  if (register === null) return null
  const given = {
    [register.title]: words(finding.remedy.key).slice(0, register.fields[register.title]?.options.max ?? 200),
    ...(register.owner === null || finding.remedy.owner === null ? {} : { [register.owner]: finding.remedy.owner }),
    // What several findings together say (M-1, M-4) is no rule of the catalogue.
    ...('rule' in register.fields && finding.rule.startsWith('R-') ? { rule: finding.rule } : {}),
    ...('subject' in register.fields && finding.objects[0] !== undefined ? { subject: finding.objects[0].id } : {}),
  }
  return (
    <>
      <button type="button" className="ghost" onClick={() => setOpen(true)}>
        {words('expected.plan')}
      </button>
      {planned === null ? null : (
        <span role="status">
          {words('expected.planned')} <Go to={`registers/action/${planned.id}`}>{planned.number}</Go>
        </span>
      )}
      {isOpen ? (
        <Dialog onClose={() => setOpen(false)} title={words('expected.plan')} size="xl">
          <RecordForm
            register={register}
            reply={null}
            draft={null}
            given={given}
            onSaved={(saved) => {
              setPlanned(saved.record)
              setOpen(false)
            }}
          />
        </Dialog>
      ) : null}
    </>
  )
}
