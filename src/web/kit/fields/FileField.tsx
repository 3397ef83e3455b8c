import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useText } from '../../text.ts'
import { FileChoice } from '../FileChoice.tsx'
import { FileLink, type StoredFile } from '../FileLink.tsx'
import { Problem } from '../Problem.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

/** A file is stored when it is chosen; the record then keeps its hash. */
export function FileField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const words = useText()
  const api = useApi()
  const upload = useMutation({
    mutationFn: (file: File) => api.send<StoredFile>('POST', 'files', { file }),
    onSuccess: ({ hash }) => onChange(hash),
  })
  return (
    <FieldFrame field={field} text={text} fault={fault} isGroup>
      {(wiring) => (
        <>
          {typeof value === 'string' ? (
            <p className="small">
              <FileLink hash={value} />{' '}
              <button type="button" className="link" onClick={() => onChange(null)}>
                {words('form.takeOff')}
              </button>
            </p>
          ) : null}
          <FileChoice
            id={wiring.id}
            aria-describedby={wiring['aria-describedby']}
            isBusy={upload.isPending}
            onChoose={([file]) => file !== undefined && upload.mutate(file)}
          />
          {upload.isPending ? (
            <p className="why" role="status">
              {words('form.uploading')}
            </p>
          ) : null}
          <Problem error={upload.error} />
        </>
      )}
    </FieldFrame>
  )
}
