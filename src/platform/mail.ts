import { createTransport } from 'nodemailer'

/** Plain text only: it reads everywhere, and nothing in it can be made to load from elsewhere. */
export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mail {
  /** Throws when the mail server does not take it. */
  send(message: Message): Promise<void>
}

export interface MailOptions {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly server: string
  /** `Waarborg <isms@example.org>`. */
  readonly from: string
}

/** Longest wait for a mail server, so that a dead one does not hold up the request that mails. */
const TIMEOUT_MS = 10_000

/** Null where no mail server is set: whoever would be mailed is then given a link by hand. */
export function openMail(options: MailOptions | null): Mail | null {
  if (options === null) return null
  const transport = createTransport({
    url: options.server,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A message never reads a file or an address of ours, whatever its text says.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from: options.from, to, subject, text })
    },
  }
}
