import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PLACED } from '../../../../modules/guides/domain/scope.ts'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import { capital } from '../../../words.ts'
import { PlaceLine } from './PlaceLine.tsx'
import type { ScopeReply, Thing } from './scope.ts'

/** Everything there is, each inside or outside; outside with its reason. */
export function PlacePart({ reply, canEdit }: { readonly reply: ScopeReply; readonly canEdit: boolean }): ReactNode {
  const words = useText()
  return (
    <>
      <p className="text partwhy">{words('guide.scope.place.why')}</p>
      {PLACED.map((register) => (
        <PlaceGroup
          key={register}
          register={register}
          things={reply.things.filter((thing) => thing.register === register)}
          canEdit={canEdit}
        />
      ))}
    </>
  )
}

interface PlaceGroupProps {
  readonly register: Thing['register']
  readonly things: readonly Thing[]
  readonly canEdit: boolean
}

function PlaceGroup({ register, things, canEdit }: PlaceGroupProps): ReactNode {
  const words = useText()
  const api = useApi()
  const open = things.filter(({ inScope }) => inScope === null)
  const isIn = register !== 'supplier'
  const place = useMutation({
    mutationFn: () =>
      api.send('POST', `registers/${register}/bulk`, {
        body: {
          records: open.map(({ id, version }) => ({ id, version })),
          set: { inScope: isIn, outOfScopeReason: isIn ? null : words(`guide.scope.out.${register}`) },
        },
      }),
    onSettled: () => api.refresh(),
  })
  return (
    <section className="sect" aria-labelledby={`place-${register}`}>
      <div className="head">
        <h2 id={`place-${register}`}>{capital(words(`${register}.plural`))}</h2>
        {canEdit && open.length > 1 ? (
          <div className="do">
            <button type="button" className="ghost" disabled={place.isPending} onClick={() => place.mutate()}>
              {words(`guide.scope.rest.${isIn ? 'in' : 'out'}`, { n: open.length })}
            </button>
          </div>
        ) : null}
      </div>
      <p className="small soft partwhy">{words(`guide.scope.of.${register}`)}</p>
      <Problem error={place.error} />
      {things.length === 0 ? (
        <p className="empty">
          {words('guide.scope.place.none')} <Go to={`registers/${register}`}>{capital(words(`${register}.plural`))}</Go>
        </p>
      ) : (
        <ul className="choices">
          {things.map((thing) => (
            <PlaceLine key={thing.id} thing={thing} canEdit={canEdit} />
          ))}
        </ul>
      )}
    </section>
  )
}
