import { boolean, longText } from './register.ts'

/**
 * Whether something lies inside the scope of the ISMS (ISO/IEC 27001:2022, 4.3). Units, locations, services, assets,
 * systems and suppliers each have these fields; `inScope` is null until somebody placed it.
 */
export const placement = {
  inScope: boolean(),
  outOfScopeReason: longText(),
  handlesServiceInformation: boolean().fact(),
}
