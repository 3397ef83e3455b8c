import { Menu } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { ApproveDialog } from './ApproveDialog.tsx'
import type { StatementReply } from './lines.ts'
import { StartDialog } from './StartDialog.tsx'

interface StatementHeadProps {
  readonly reply: StatementReply
}

type Act = 'approve' | 'start'

const FORMATS = ['pdf', 'xlsx'] as const

/** Which version this is and how it stands; ways out, and the next step with it. */
export function StatementHead({ reply }: StatementHeadProps): ReactNode {
  const { words, language } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const [dialog, setDialog] = useState<Act | null>(null)
  const { statement } = reply
  return (
    <>
      <p className="crumb">
        <VersionLine reply={reply} />
      </p>
      <div className="head">
        <h1>{words('nav.statement')}</h1>
        <div className="do acts">
          <Go to="guide-statement" className="ghost">
            {words('nav.guide.statement')}
          </Go>
          {tense === 'present' && reply.can.edit ? (
            <Go to="registers/statement_line" className="ghost">
              {words('soa.asList')}
            </Go>
          ) : null}
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className="ghost">
                {words('list.out')}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {FORMATS.map((format) => (
                <Menu.Item
                  key={format}
                  component="a"
                  href={api.href('reports/statement', { format, language })}
                  download
                >
                  {words(`list.out.${format}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {tense === 'present' ? <NextAct reply={reply} onAct={setDialog} /> : null}
        </div>
      </div>
      {dialog === 'start' ? <StartDialog since={reply.since} onClose={() => setDialog(null)} /> : null}
      {dialog === 'approve' && statement !== null ? (
        <ApproveDialog reply={reply} statement={statement} onClose={() => setDialog(null)} />
      ) : null}
    </>
  )
}

function VersionLine({ reply }: StatementHeadProps): ReactNode {
  const { words, day } = useSpeech()
  const { statement, titles } = reply
  if (statement === null) return words('soa.noVersion')
  const values = {
    version: statement.versionLabel ?? statement.number,
    state: words(`statement.state.${statement.state}`),
    name: statement.approvedBy === null ? '' : (titles[statement.approvedBy]?.title ?? ''),
    day: statement.approvedAt === null ? '' : day(statement.approvedAt),
  }
  return words(statement.approvedAt === null ? 'soa.version' : 'soa.versionApproved', values)
}

interface NextActProps extends StatementHeadProps {
  readonly onAct: (act: Act) => void
}

/** What can be done with the statement now; approving stays in sight while it waits for something. */
function NextAct({ reply, onAct }: NextActProps): ReactNode {
  const { words, has } = useSpeech()
  const { can, statement } = reply
  const why = can.approve.ok ? null : `refusal.${can.approve.why}`
  return (
    <>
      {can.start.ok ? (
        <button type="button" className={can.approve.ok ? 'ghost' : 'btn'} onClick={() => onAct('start')}>
          {words('soa.start')}
        </button>
      ) : null}
      {statement?.state === 'draft' ? (
        <>
          <button type="button" className="btn" disabled={!can.approve.ok} onClick={() => onAct('approve')}>
            {words('soa.approve')}
          </button>
          {why !== null && has(why) ? <p className="small quiet waiting">{words(why)}</p> : null}
        </>
      ) : null}
    </>
  )
}
