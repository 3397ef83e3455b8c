import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { Problem } from '../kit/Problem.tsx'
import { findRegister } from '../registers.ts'
import { useText } from '../text.ts'
import { DropFiles } from './import/DropFiles.tsx'
import { ImportDone } from './import/ImportDone.tsx'
import { ImportPreview } from './import/ImportPreview.tsx'
import { PastImports } from './import/PastImports.tsx'
import { type ImportReply, type StoredFile, takenFor } from './import/plan.ts'

/**
 * Bringing workbooks in: drop them, see what was recognised, correct it, see every row's fate, then all or nothing. The
 * preview has an address of its own, so it can be left and come back to.
 */
export function ImportPage(): ReactNode {
  const words = useText()
  const api = useApi()
  const address = useAddress()
  const { tense } = useAsOf()
  const id = address.get('import')
  const register = findRegister(address.get('register') ?? '')
  const preview = useQuery({ ...api.read<ImportReply>(`imports/${id ?? ''}`), enabled: id !== null })
  const open = useMutation({
    mutationFn: async (dropped: readonly File[]) => {
      const hashes = new Set(preview.data?.state === 'draft' ? preview.data.files.map(({ hash }) => hash) : [])
      for (const file of dropped) hashes.add((await api.send<StoredFile>('POST', 'files', { file })).hash)
      const reply = await api.send<ImportReply>('POST', 'imports', { body: { files: [...hashes] } })
      const asked = register === null ? null : takenFor(reply, register.name)
      return asked === null
        ? reply
        : await api.send<ImportReply>('PATCH', `imports/${reply.id}`, { body: { corrections: asked } })
    },
    onSuccess: (reply) => address.set({ import: reply.id }),
  })
  return (
    <>
      <div className="head">
        <h1>{words('nav.import')}</h1>
      </div>
      <p className="lead">
        {register === null
          ? words('bring.lead')
          : words('bring.leadRegister', { register: words(`${register.name}.plural`) })}
      </p>
      {tense === 'present' ? <DropFiles isPending={open.isPending} onDrop={(dropped) => open.mutate(dropped)} /> : null}
      <Problem error={open.error ?? preview.error} />
      {preview.data?.state === 'draft' && tense === 'present' ? (
        <ImportPreview key={preview.data.id} reply={preview.data} />
      ) : null}
      {preview.data?.state === 'applied' ? <ImportDone reply={preview.data} /> : null}
      <PastImports />
    </>
  )
}
