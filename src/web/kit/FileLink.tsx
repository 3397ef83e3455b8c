import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FileHash } from '../../kernel/register.ts'
import { useApi } from '../api.ts'
import { useSpeech } from '../text.ts'

interface FileLinkProps {
  readonly hash: FileHash
}

export interface StoredFile {
  readonly hash: FileHash
  readonly name: string
  readonly size: number
  readonly type: string
}

const PREFIX = 4

/** A stored file by its name, with the beginning of its hash for whoever compares. */
export function FileLink({ hash }: FileLinkProps): ReactNode {
  const { words, size } = useSpeech()
  const api = useApi()
  const { data } = useQuery(api.read<StoredFile>(`files/${hash}/about`))
  return (
    <span>
      <a href={api.href(`files/${hash}`)} download>
        {data?.name ?? words('value.file')}
      </a>
      {data === undefined ? null : <span className="quiet">{` ${size(data.size)}`}</span>}{' '}
      <span className="hash">{`${hash.slice(0, PREFIX)} ${hash.slice(PREFIX, 2 * PREFIX)}`}</span>
    </span>
  )
}
