import { useId } from 'react'
import { ROLES, type Role } from '../../shared/users/role.ts'
import { roleNames } from '../text/roles.ts'
import { Checkbox } from '../ui/Checkbox.tsx'

export interface RoleBoxesProps {
  readonly label: string
  readonly roles: readonly Role[]
  readonly problem?: string | undefined
  readonly onChange: (roles: readonly Role[]) => void
}

/** What a person does here; several may be ticked. Enter passes over them, Space ticks. */
export function RoleBoxes({ label, roles, problem, onChange }: RoleBoxesProps) {
  const id = useId()
  return (
    <div className="radios role-boxes" role="group" aria-labelledby={id} aria-describedby={problem === undefined ? undefined : `${id}-problem`}>
      <span className="l" id={id}>{label}</span>
      <div className="choices" data-skip="">
        {ROLES.map(role => (
          <Checkbox
            key={role}
            skip
            label={roleNames[role]}
            checked={roles.includes(role)}
            onTick={ticked => { onChange(ROLES.filter(other => other === role ? ticked : roles.includes(other))) }}
          />
        ))}
      </div>
      {problem !== undefined && <p className="trouble" id={`${id}-problem`}>{problem}</p>}
    </div>
  )
}
