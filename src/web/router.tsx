import type { QueryClient } from '@tanstack/react-query'
import {
  type AnyRouter,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { parseSearch, stringifySearch } from './search.ts'
import { meQuery } from './session.ts'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { Shell } from './shell/Shell.tsx'
import { startQuery } from './start.ts'

interface RouterContext {
  readonly client: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()()

/** The bare address leads to where this person was at work last, or to the first page that he needs. */
const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context: { client } }) => {
    const me = await client.ensureQueryData(meQuery)
    if (me === null) {
      const start = await client.ensureQueryData(startQuery)
      throw redirect({ to: start.isFirst ? '/start' : '/sign-in' })
    }
    const first = me.organisations[0]
    throw redirect({ to: first === undefined ? '/start' : `/${first.slug}` })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/SignInPage.tsx'), 'SignInPage'),
})
const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('./pages/StartPage.tsx'), 'StartPage'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./pages/InvitationPage.tsx'), 'InvitationPage'),
})
const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('./pages/ForgottenPage.tsx'), 'ForgottenPage'),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: lazyRouteComponent(() => import('./pages/ResetPage.tsx'), 'ResetPage'),
})

/** Everything of an organisation, inside the frame. Whoever has no session signs in first and comes back here. */
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/$organisation',
  beforeLoad: async ({ context: { client }, location }) => {
    const me = await client.ensureQueryData(meQuery)
    if (me === null) throw redirect({ to: '/sign-in', search: { to: location.href } })
  },
  component: Shell,
})

const list = createRoute({
  getParentRoute: () => organisation,
  path: '/registers/$register',
  component: lazyRouteComponent(() => import('./pages/RegisterPage.tsx'), 'RegisterPage'),
})
const record = createRoute({
  getParentRoute: () => organisation,
  path: '/registers/$register/$id',
  component: lazyRouteComponent(() => import('./pages/RecordPage.tsx'), 'RecordPage'),
})

const today = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/TodayPage.tsx'), 'TodayPage'),
})

const readiness = createRoute({
  getParentRoute: () => organisation,
  path: '/readiness',
  component: lazyRouteComponent(() => import('./pages/ReadinessPage.tsx'), 'ReadinessPage'),
})

const path = createRoute({
  getParentRoute: () => organisation,
  path: '/path',
  component: lazyRouteComponent(() => import('./pages/PathPage.tsx'), 'PathPage'),
})

const workshop = createRoute({
  getParentRoute: () => organisation,
  path: '/workshop',
  component: lazyRouteComponent(() => import('./pages/WorkshopPage.tsx'), 'WorkshopPage'),
})

const recurring = createRoute({
  getParentRoute: () => organisation,
  path: '/recurring',
  component: lazyRouteComponent(() => import('./pages/RecurringPage.tsx'), 'RecurringPage'),
})

const lessons = createRoute({
  getParentRoute: () => organisation,
  path: '/lessons',
  component: lazyRouteComponent(() => import('./pages/LessonsPage.tsx'), 'LessonsPage'),
})

const interview = createRoute({
  getParentRoute: () => organisation,
  path: '/interview',
  component: lazyRouteComponent(() => import('./pages/InterviewPage.tsx'), 'InterviewPage'),
})

const difference = createRoute({
  getParentRoute: () => organisation,
  path: '/readiness/difference',
  component: lazyRouteComponent(() => import('./pages/DifferencePage.tsx'), 'DifferencePage'),
})

const rules = createRoute({
  getParentRoute: () => organisation,
  path: '/rules',
  component: lazyRouteComponent(() => import('./pages/RulesPage.tsx'), 'RulesPage'),
})

const parameters = createRoute({
  getParentRoute: () => organisation,
  path: '/parameters',
  component: lazyRouteComponent(() => import('./pages/ParametersPage.tsx'), 'ParametersPage'),
})

const guided = createRoute({
  getParentRoute: () => organisation,
  path: '/guide-{$guide}',
  component: lazyRouteComponent(() => import('./pages/GuidedPage.tsx'), 'GuidedPage'),
})

const statement = createRoute({
  getParentRoute: () => organisation,
  path: '/statement',
  component: lazyRouteComponent(() => import('./pages/StatementPage.tsx'), 'StatementPage'),
})

const riskMap = createRoute({
  getParentRoute: () => organisation,
  path: '/risk-map',
  component: lazyRouteComponent(() => import('./pages/RiskMapPage.tsx'), 'RiskMapPage'),
})

const glossary = createRoute({
  getParentRoute: () => organisation,
  path: '/glossary',
  component: lazyRouteComponent(() => import('./pages/GlossaryPage.tsx'), 'GlossaryPage'),
})

const ledger = createRoute({
  getParentRoute: () => organisation,
  path: '/ledger',
  component: lazyRouteComponent(() => import('./pages/LedgerPage.tsx'), 'LedgerPage'),
})

const imports = createRoute({
  getParentRoute: () => organisation,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/ImportPage.tsx'), 'ImportPage'),
})

const members = createRoute({
  getParentRoute: () => organisation,
  path: '/members',
  component: lazyRouteComponent(() => import('./pages/MembersPage.tsx'), 'MembersPage'),
})

const api = createRoute({
  getParentRoute: () => organisation,
  path: '/api-documentation',
  component: lazyRouteComponent(() => import('./pages/ApiPage.tsx'), 'ApiPage'),
})

const tree = root.addChildren([
  index,
  signIn,
  start,
  invitation,
  forgotten,
  reset,
  organisation.addChildren([
    api,
    members,
    imports,
    ledger,
    glossary,
    riskMap,
    guided,
    statement,
    readiness,
    path,
    interview,
    today,
    list,
    record,
    difference,
    rules,
    parameters,
    workshop,
    recurring,
    lessons,
  ]),
])

export function routerOf(client: QueryClient): AnyRouter {
  return createRouter({
    routeTree: tree,
    context: { client },
    parseSearch: (text) => parseSearch(text),
    stringifySearch,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    defaultPreload: false,
  })
}
