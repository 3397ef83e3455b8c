import { type AriaAttributes, type ReactNode, useRef } from 'react'
import { useText } from '../text.ts'

interface FileChoiceProps extends AriaAttributes {
  readonly id: string
  readonly accept?: string
  readonly isMany?: boolean
  readonly isBusy: boolean
  readonly onChoose: (files: readonly File[]) => void
}

/** A button that asks for files. The browser's own field speaks the browser's language, so it only lends its dialog. */
export function FileChoice({ id, accept, isMany = false, isBusy, onChoose, ...aria }: FileChoiceProps): ReactNode {
  const words = useText()
  const lent = useRef<HTMLInputElement>(null)
  return (
    <span className="filechoice">
      <button {...aria} type="button" id={id} className="ghost" disabled={isBusy} onClick={() => lent.current?.click()}>
        {words(isMany ? 'file.chooseMany' : 'file.choose')}
      </button>
      <input
        ref={lent}
        className="hide"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        multiple={isMany}
        accept={accept}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // Cleared, so that the same file can be chosen again after it was mended.
          event.target.value = ''
          if (files.length > 0) onChoose(files)
        }}
      />
    </span>
  )
}
