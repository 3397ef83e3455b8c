import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { Problem } from '../kit/Problem.tsx'
import { findRegister } from '../registers.ts'
import { useText } from '../text.ts'
import { DropFiles } from './import/DropFiles.tsx'
import { ImportDone } from './import/ImportDone.tsx'
import { PastImports } from './import/PastImports.tsx'
import { PlanView } from './import/PlanView.tsx'
import type { Corrections, PlanReply, UploadedFile } from './import/plan.ts'

const NO_CORRECTIONS: Corrections = { tables: {}, names: {} }

/** Bringing workbooks in: drop them, see what was recognised, correct it, see every row's fate, then all or nothing. */
export function ImportPage(): ReactNode {
  const words = useText()
  const api = useApi()
  const register = findRegister(useAddress().get('register') ?? '')
  const [files, setFiles] = useState<readonly UploadedFile[]>([])
  const [corrections, setCorrections] = useState(NO_CORRECTIONS)
  const asked = {
    files: files.map(({ hash, name }) => ({ hash, name })),
    ...(register === null ? {} : { register: register.name }),
    corrections,
  }
  const plan = useQuery({
    queryKey: ['import plan', api.organisation, asked],
    queryFn: () => api.send<PlanReply>('POST', 'imports/plan', { body: asked }),
    enabled: files.length > 0,
    placeholderData: keepPreviousData,
  })
  const upload = useMutation({
    mutationFn: async (dropped: readonly File[]) => {
      const stored: UploadedFile[] = []
      for (const file of dropped) stored.push(await api.send<UploadedFile>('POST', 'imports/files', { file }))
      return stored
    },
    onSuccess: (stored) =>
      setFiles([...files.filter((file) => !stored.some(({ hash }) => hash === file.hash)), ...stored]),
  })
  const apply = useMutation({
    mutationFn: () =>
      api.send<{ readonly id: string; readonly created: number; readonly updated: number }>('POST', 'imports', {
        body: asked,
      }),
    onSuccess: () => api.refresh(),
  })
  const restart = (): void => {
    setFiles([])
    setCorrections(NO_CORRECTIONS)
    apply.reset()
  }
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
      {apply.data === undefined ? (
        <>
          <DropFiles
            files={files}
            isPending={upload.isPending}
            onDrop={(dropped) => upload.mutate(dropped)}
            onRemove={(hash) => setFiles(files.filter((file) => file.hash !== hash))}
          />
          <Problem error={upload.error ?? plan.error} />
          {plan.data !== undefined && files.length > 0 ? (
            <PlanView
              plan={plan.data}
              corrections={corrections}
              isBusy={plan.isFetching}
              isApplying={apply.isPending}
              error={apply.error}
              onCorrect={setCorrections}
              onApply={() => apply.mutate()}
            />
          ) : null}
          {plan.isLoading ? (
            <p className="after" role="status">
              {words('bring.reading')}
            </p>
          ) : null}
        </>
      ) : (
        <ImportDone done={apply.data} onAgain={restart} />
      )}
      <PastImports />
    </>
  )
}
