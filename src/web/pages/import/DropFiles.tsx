import { type ReactNode, useId, useState } from 'react'
import { FileChoice } from '../../kit/FileChoice.tsx'
import { useText } from '../../text.ts'

interface DropFilesProps {
  readonly isPending: boolean
  readonly onDrop: (files: readonly File[]) => void
}

const ACCEPTED = '.xlsx,.xlsm,.csv'

/** Where workbooks are dropped, or chosen by whoever would rather not drag. */
export function DropFiles({ isPending, onDrop }: DropFilesProps): ReactNode {
  const words = useText()
  const id = useId()
  const [isOver, setOver] = useState(false)
  return (
    <div
      role="group"
      aria-labelledby={`${id}label`}
      className="drop-files"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop([...event.dataTransfer.files])
      }}
    >
      <p id={`${id}label`} className="label">
        {words('bring.drop')}
      </p>
      <FileChoice
        id={id}
        isMany
        accept={ACCEPTED}
        isBusy={isPending}
        aria-describedby={`${id}label`}
        onChoose={onDrop}
      />
      <p className="small quiet" role={isPending ? 'status' : undefined}>
        {words(isPending ? 'bring.reading' : 'bring.drop.why')}
      </p>
    </div>
  )
}
