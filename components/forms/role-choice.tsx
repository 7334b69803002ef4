import type { Role } from '../overlay/port.ts';
import { Choice, type ChoiceOption } from './choice.tsx';

const ROLES: readonly ChoiceOption<Role>[] = [
  {
    value: 'teacher',
    label: 'A class or cover teacher',
    detail: 'Counts start hidden: a register is often on the classroom screen.',
  },
  {
    value: 'office',
    label: 'The school office',
    detail: 'Counts stand beside the names at once.',
  },
  {
    value: 'lead',
    label: 'The attendance lead',
    detail: 'The same.',
  },
];

/** Asks who the browser is used by. It decides whether counts are shown at once. */
export function RoleChoice(props: { chosen: Role | null; onSave: (role: Role) => Promise<unknown> }) {
  return (
    <Choice
      legend="Who uses Registerwise in this browser?"
      options={ROLES}
      value={props.chosen}
      onSave={props.onSave}
    />
  );
}
