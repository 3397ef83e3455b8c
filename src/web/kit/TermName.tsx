import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { TermSet } from '../../kernel/register.ts'
import { useSpeech } from '../text.ts'
import { termsQuery } from './catalogue.ts'

interface TermNameProps {
  readonly id: string
  readonly set: TermSet
}

/** An entry of the catalogue by number and title; by number alone until the titles are there. */
export function TermName({ id, set }: TermNameProps): ReactNode {
  const { language } = useSpeech()
  const { data } = useQuery(termsQuery(set))
  const title = data?.find((term) => term.id === id)?.title[language]
  if (set === 'threat' || set === 'incident_class') return title ?? id
  return title === undefined ? id : `${id} ${title}`
}
