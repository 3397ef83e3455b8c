import { type ReactNode, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { useText } from '../../text.ts'
import { ReportDialog } from './ReportDialog.tsx'
import type { TodayReply } from './today.ts'

interface ReportSectionProps {
  readonly callFirst: TodayReply['callFirst']
}

/** How to tell that something is wrong: one button, and whom to call when it cannot wait. */
export function ReportSection({ callFirst }: ReportSectionProps): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  const [isOpen, setOpen] = useState(false)
  const [number, setNumber] = useState<string | null>(null)
  return (
    <section className="sect report" aria-labelledby="report">
      <h2 id="report">{words('today.report')}</h2>
      <p className="text">
        {words('today.report.what')}{' '}
        {callFirst === null
          ? null
          : words('today.report.call', { name: callFirst.name, phone: callFirst.phone ?? 'none' })}
      </p>
      {tense === 'present' ? (
        <p className="btns">
          <button type="button" className="ghost big" onClick={() => setOpen(true)}>
            {words('today.report.button')}
          </button>
        </p>
      ) : null}
      {number === null ? null : (
        <p className="small" role="status">
          {words('today.report.thanks', { number })}
        </p>
      )}
      {isOpen ? (
        <ReportDialog
          onClose={(made) => {
            setOpen(false)
            setNumber(made)
          }}
        />
      ) : null}
    </section>
  )
}
