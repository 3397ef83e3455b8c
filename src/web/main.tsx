import './look/index.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refused } from './client.ts'
import { routerOf } from './router.tsx'
import { SpeechProvider } from './SpeechProvider.tsx'
import { loadSpeech, rememberedLanguage, rememberLanguage } from './text.ts'
import { theme, variables } from './theme.ts'

/** A refusal stays a refusal however often it is asked; only a lost connection is worth another try. */
const mayRetry = (count: number, error: Error): boolean =>
  count < 2 && error instanceof Refused && error.kind === 'offline'

async function start(root: HTMLElement): Promise<void> {
  const language = rememberedLanguage()
  rememberLanguage(language)
  const speech = await loadSpeech(language)
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: 15_000, retry: mayRetry, refetchOnWindowFocus: true } },
  })
  const router = routerOf(client)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" deduplicateInlineStyles>
        <QueryClientProvider client={client}>
          <SpeechProvider initial={speech} onSwitch={() => void client.invalidateQueries()}>
            <RouterProvider router={router} />
          </SpeechProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

const root = document.querySelector<HTMLElement>('#root')
if (root !== null) void start(root)
