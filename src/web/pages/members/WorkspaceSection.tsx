import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { request } from '../../client.ts'
import { FileChoice } from '../../kit/FileChoice.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { meQuery } from '../../session.ts'
import { useText } from '../../text.ts'

/** The whole organisation as one file, to keep or to carry elsewhere; and one from elsewhere brought in. */
export function WorkspaceSection(): ReactNode {
  const words = useText()
  const api = useApi()
  const client = useQueryClient()
  const navigate = useNavigate()
  const bring = useMutation({
    mutationFn: (file: File) => request<{ readonly slug: string }>('POST', '/workspaces', { file }),
    onSuccess: async ({ slug }) => {
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
      await navigate({ to: `/${slug}/ledger` })
    },
  })
  return (
    <section className="sect" aria-labelledby="workspace">
      <h2 id="workspace">{words('workspace.head')}</h2>
      <p className="small soft text after">{words('workspace.why')}</p>
      <p className="after">
        <a href={api.href('workspace')} download className="ghost">
          {words('workspace.export')}
        </a>
      </p>
      <p className="small soft text after" id="workspace-bring">
        {words('workspace.bring')}
      </p>
      <FileChoice
        id="workspace-file"
        accept=".waarborg"
        isBusy={bring.isPending}
        aria-describedby="workspace-bring"
        onChoose={([file]) => {
          if (file !== undefined) bring.mutate(file)
        }}
      />
      <Problem error={bring.error} />
    </section>
  )
}
