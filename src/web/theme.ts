import { type CSSVariablesResolver, createTheme } from '@mantine/core'

const SANS =
  '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

/** Mantine in the tokens of `look/`: its parts float over our pages, so they must wear the same paper and ink. */
export const theme = createTheme({
  colors: {
    delft: [
      '#eef1fb',
      '#d9dff5',
      '#c0cbfa',
      '#a6b6f7',
      '#8497e6',
      '#6478d0',
      '#475cb8',
      '#2f45a0',
      '#243682',
      '#1a2762',
    ],
  },
  primaryColor: 'delft',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  fontFamily: SANS,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.45' },
  headings: {
    fontFamily: SANS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  shadows: { xs: 'var(--lift)', sm: 'var(--lift)', md: 'var(--lift)', lg: 'var(--lift)', xl: 'var(--lift)' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Menu: {
      defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 0 }, offset: 4, withinPortal: true },
    },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 0 }, offset: 4 } },
    Modal: {
      defaultProps: { radius: 'md', transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.4 } },
    },
    Select: { defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    MultiSelect: { defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
  },
})

/** Light and dark are one value in the tokens, so both schemes get the same variables. */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--sheet)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-border': 'var(--line-2)',
    '--mantine-color-default-hover': 'var(--wash)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-error': 'var(--major-ink)',
    '--mantine-color-anchor': 'var(--accent)',
  },
  light: {},
  dark: {},
})
