/** saxen ships no types; these are the parts that `xml.ts` uses. */
declare module 'saxen' {
  type Attributes = Readonly<Record<string, string>>
  export class Parser {
    on(
      event: 'openTag',
      listener: (name: string, attributes: () => Attributes, decode: unknown, isSelfClosing: boolean) => void,
    ): this
    on(event: 'closeTag' | 'text' | 'cdata' | 'attention', listener: (text: string) => void): this
    on(event: 'error' | 'warn', listener: (error: Error) => void): this
    write(chunk: string): this
    end(): Error | undefined
  }
}
