import { type ReactNode, useState } from 'react'
import { fiveByFive, type MethodPreset, threeByThree } from '../../../modules/risks/domain/presets.ts'
import { riskMethod } from '../../../modules/risks/registers/risk-method.ts'
import { useAsOf } from '../../as-of.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { RecordForm } from '../../kit/record/RecordForm.tsx'
import { useText } from '../../text.ts'

const PRESETS = { five: fiveByFive, three: threeByThree } as const

/** Two usual methods to begin from: the form opens filled in, and everything in it can be changed. */
export function MethodPresets(): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  const [given, setGiven] = useState<MethodPreset | null>(null)
  if (tense !== 'present') return null
  return (
    <section className="sect" aria-labelledby="presets">
      <h2 id="presets" className="under">
        {words('presets.head')}
      </h2>
      <p className="small quiet after">{words('presets.why')}</p>
      <p className="btns">
        {(['five', 'three'] as const).map((name) => (
          <button key={name} type="button" className="ghost" onClick={() => setGiven(PRESETS[name](words))}>
            {words(`presets.${name}`)}
          </button>
        ))}
      </p>
      {given === null ? null : (
        <Dialog onClose={() => setGiven(null)} title={given.title} size="xl">
          <RecordForm
            register={riskMethod}
            reply={null}
            draft={null}
            given={{ ...given }}
            onSaved={() => setGiven(null)}
          />
        </Dialog>
      )}
    </section>
  )
}
