/** The guided forms: which step of the path each belongs to, and the registers from whose lists it is offered. */
export const GUIDES = {
  context: { step: 6, registers: ['context_issue', 'context_determination'] },
  scope: { step: 8, registers: ['scope'] },
  // Before the policy: the list of documents offers all of them.
  documents: { step: 22, registers: ['document', 'document_version'] },
  policy: { step: 9, registers: ['document', 'document_version'] },
  treatment: { step: 16, registers: ['treatment', 'risk'] },
  comparison: { step: 17, registers: ['annex_a_comparison', 'treatment'] },
  statement: { step: 18, registers: ['statement', 'statement_line'] },
  plan: { step: 19, registers: ['treatment_plan', 'action', 'treatment', 'risk'] },
  consent: { step: 20, registers: ['approval', 'treatment_plan', 'risk'] },
  objectives: { step: 21, registers: ['objective', 'metric'] },
  measure: { step: 38, registers: ['measurement', 'evaluation_report', 'objective'] },
} as const satisfies Record<string, { readonly step: number; readonly registers: readonly string[] }>

export type GuideName = keyof typeof GUIDES

export function isGuide(name: string): name is GuideName {
  return name in GUIDES
}

/** The guided form that a place of the path is, if it is one. */
export function guideAt(place: string): GuideName | null {
  const name = place.replace('#guide-', '')
  return name !== place && isGuide(name) ? name : null
}

/** The guided form for a register, if it has one. */
export function guideFor(register: string): GuideName | null {
  const names = Object.keys(GUIDES).filter(isGuide)
  return names.find((name) => GUIDES[name].registers.some((one) => one === register)) ?? null
}
