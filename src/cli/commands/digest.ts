import { type Post, prepareDigests, sendDigests } from '../../modules/digests/service.ts'
import { organisationBySlug } from '../../platform/store/organisation.ts'
import type { Answer, Command } from '../command.ts'

/** What the members of an organisation are mailed today: shown with `--dry-run`, sent without it. */
export const digest: Command = {
  name: 'digest',
  rest: [],
  options: { organisation: { type: 'string', required: true }, 'dry-run': { type: 'boolean' } },
  async run({ open, words, language, say }, args): Promise<Answer> {
    const { store, identity } = await open()
    const tenant = await organisationBySlug(store, args.text('organisation') ?? '')
    const onFailure = (error: unknown): void => say(error instanceof Error ? error.message : String(error))
    const post: Post = { store, identity, language, onFailure }
    if (args.flag('dry-run')) {
      const letters = (await prepareDigests(post, tenant)).map(({ member, message }) => ({
        to: member.account.email,
        subject: message?.subject ?? null,
        text: message?.text ?? null,
      }))
      const lines = letters.flatMap(({ to, subject, text }) =>
        subject === null || text === null ? [words('cli.digest.nothing', { to })] : [`${to}: ${subject}`, '', text, ''],
      )
      return { value: letters, lines: [...lines, words('cli.digest.dry')] }
    }
    if (identity.mail === null)
      return { value: { sent: 0, failed: 0 }, lines: [words('cli.digest.no-mail')], isNo: true }
    const outcome = await sendDigests(post, tenant)
    return { value: outcome, lines: [words('cli.digest.sent', { ...outcome })], isNo: outcome.failed > 0 }
  },
}
