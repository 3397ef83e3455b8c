import { type ReactNode, useId, useState } from 'react'
import { useSpeech } from '../../text.ts'
import type { UploadedFile } from './plan.ts'

interface DropFilesProps {
  readonly files: readonly UploadedFile[]
  readonly isPending: boolean
  readonly onDrop: (files: readonly File[]) => void
  readonly onRemove: (hash: string) => void
}

const ACCEPTED = '.xlsx,.xlsm,.csv'

/** Where workbooks are dropped, or chosen by whoever would rather not drag. */
export function DropFiles({ files, isPending, onDrop, onRemove }: DropFilesProps): ReactNode {
  const { words, size } = useSpeech()
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
        onChange={(event) => onDrop([...(event.target.files ?? [])])}
      />
      <p className="small quiet">{words('bring.drop.why')}</p>
      <ul className="lines small">
        {files.map((file) => (
          <li key={file.hash}>
            {file.name} <span className="quiet">{size(file.size)}</span>{' '}
            <button type="button" className="link" onClick={() => onRemove(file.hash)}>
              {words('form.takeOff')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
