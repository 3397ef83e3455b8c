import 'react'

declare module 'react' {
  /** Our own properties, by which a drawing gets its figures. */
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number | undefined
  }
}
