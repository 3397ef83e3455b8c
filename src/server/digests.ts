import { type Post, sendDigests, tenants } from '../modules/digests/service.ts'

/** How often it is looked whether a morning has come somewhere, or a failed mail may be tried again. */
const EVERY_MS = 10 * 60 * 1000

/** Mails every organisation's members what waits for them. One that fails leaves the others theirs. */
export async function mailDigests(post: Post): Promise<void> {
  if (post.identity.mail === null) return
  for (const tenant of await tenants(post.store)) {
    await sendDigests(post, tenant).catch(post.onFailure)
  }
}

/** Looks now and then until it is stopped, one round at a time: a slow mail server holds up its own round only. */
export function mailNowAndThen(post: Post): () => void {
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    mailDigests(post)
      .catch(post.onFailure)
      .finally(() => {
        isBusy = false
      })
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
