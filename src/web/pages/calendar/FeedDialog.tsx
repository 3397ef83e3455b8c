import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { makeFeed, readFeed } from '../../../modules/calendars/contract.ts'
import { useApi } from '../../api.ts'
import type { ReplyOf } from '../../client.ts'
import { localDay } from '../../formats.ts'
import { CopyButton } from '../../kit/CopyButton.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'

interface FeedDialogProps {
  readonly onClose: () => void
}

/** Makes the address of somebody's own calendar, shows it once, and ends it. */
export function FeedDialog({ onClose }: FeedDialogProps): ReactNode {
  const { words, day } = useSpeech()
  const api = useApi()
  const known = useQuery(api.read<ReplyOf<typeof readFeed>>('calendar', {}, {}))
  const make = useMutation({
    mutationFn: () => api.send<ReplyOf<typeof makeFeed>>('POST', 'calendar'),
    onSuccess: () => known.refetch(),
  })
  const revoke = useMutation({
    mutationFn: () => api.send('DELETE', 'calendar'),
    onSuccess: async () => {
      make.reset()
      await known.refetch()
    },
  })
  const feed = known.data?.feed ?? null
  const isBusy = make.isPending || revoke.isPending
  return (
    <Dialog title={words('calendarFeed.title')} onClose={onClose}>
      <p className="small soft field">{words('calendarFeed.what')}</p>
      {make.data === undefined ? null : (
        <div className="note plain field" role="status">
          <p>{words('calendarFeed.how')}</p>
          <p className="hash">{make.data.address}</p>
          <p>
            <CopyButton value={make.data.address} label={words('calendarFeed.address')} />
          </p>
        </div>
      )}
      {feed === null || make.data !== undefined ? null : (
        <p className="small field">
          {words('calendarFeed.since', {
            day: day(localDay(feed.createdAt)),
            read: feed.lastReadAt === null ? 'never' : day(localDay(feed.lastReadAt)),
          })}
        </p>
      )}
      <p className="small quiet field">{words('calendarFeed.secret')}</p>
      <Problem error={make.error ?? revoke.error} />
      <p className="btns wrap">
        {make.data === undefined ? (
          <button type="button" className="btn" disabled={isBusy} onClick={() => make.mutate()}>
            {words(feed === null ? 'calendarFeed.make' : 'calendarFeed.again')}
          </button>
        ) : null}
        {feed === null ? null : (
          <button type="button" className="ghost" disabled={isBusy} onClick={() => revoke.mutate()}>
            {words('calendarFeed.revoke')}
          </button>
        )}
      </p>
    </Dialog>
  )
}
