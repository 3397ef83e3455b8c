import { type ReactNode, useId, useState } from 'react'
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
      <label id={`${id}label`} htmlFor={id}>
        {words('bring.drop')}
      </label>
      <input
        id={id}
        className="in file"
        type="file"
        multiple
        accept={ACCEPTED}
        disabled={isPending}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          if (files.length > 0) onDrop(files)
        }}
      />
      <p className="small quiet" role={isPending ? 'status' : undefined}>
        {words(isPending ? 'bring.reading' : 'bring.drop.why')}
      </p>
    </div>
  )
}
