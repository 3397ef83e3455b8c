import { createServer, type Server, type Socket } from 'node:net'

/** A mail server that takes messages, or refuses them while it is told to. */
export interface SmtpServer {
  readonly url: string
  /** Every message that was taken, with its head, as it was sent. */
  readonly taken: readonly string[]
  /** From now on nothing is taken, with this answer; null takes again. */
  refuse(answer: string | null): void
  close(): Promise<void>
}

interface Post {
  readonly taken: string[]
  refusal: string | null
}

/** Just enough of RFC 5321 to take a message: a mail server is an outside thing. */
export async function smtpServer(): Promise<SmtpServer> {
  const post: Post = { taken: [], refusal: null }
  const server = createServer((socket) => answer(socket, post))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    taken: post.taken,
    refuse: (said) => {
      post.refusal = said
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function answer(socket: Socket, post: Post): void {
  let message: string | null = null
  let rest = ''
  const say = (line: string): boolean => socket.write(`${line}\r\n`)
  const line = (text: string): void => {
    if (message !== null) {
      if (text !== '.') message += `${text}\n`
      else {
        post.taken.push(message)
        message = null
        say('250 taken')
      }
      return
    }
    const verb = text.slice(0, 4).toUpperCase()
    if (verb === 'RCPT' && post.refusal !== null) say(post.refusal)
    else if (verb === 'DATA') {
      message = ''
      say('354 go on')
    } else if (verb === 'QUIT') socket.end('221 bye\r\n')
    else say('250 well')
  }
  say('220 here')
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(line)
  })
}
