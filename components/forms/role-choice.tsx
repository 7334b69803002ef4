import type { Role } from '../overlay/port.ts';
import { Choice, type ChoiceOption } from './choice.tsx';

const ROLES: readonly ChoiceOption<Role>[] = [
  {
    value: 'teacher',
    label: 'A class or cover teacher',
    detail:
      'Counts start hidden, because a register is often on the classroom screen. “Show count” shows them when you ask.',
  },
  {
    value: 'office',
    label: 'The school office',
    detail: 'Each pupil’s count stands beside the name at once.',
  },
  {
    value: 'lead',
    label: 'The attendance lead',
    detail: 'Each pupil’s count stands beside the name at once.',
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
