import type { ReactNode } from 'react'
import { useText } from '../../text.ts'
import { ROLES, type Role } from './members.ts'

interface RoleChoiceProps {
  readonly roles: readonly Role[]
  readonly onChange: (roles: readonly Role[]) => void
}

/** Roles add up; each says what it allows. */
export function RoleChoice({ roles, onChange }: RoleChoiceProps): ReactNode {
  const words = useText()
  return (
    <fieldset className="field">
      <legend>{words('members.roles')}</legend>
      <div>
        {ROLES.map((role) => (
          <label key={role} className="choice">
            <input
              type="checkbox"
              checked={roles.includes(role)}
              onChange={() => onChange(ROLES.filter((one) => (one === role) !== roles.includes(one)))}
            />
            <span>
              {words(`accountRole.${role}`)} <span className="quiet">{words(`accountRole.${role}.why`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
