import { Choice, type ChoiceOption } from './choice.tsx';

/** Minutes, as they are kept. */
type After = 'by-role' | '1' | '2' | '5' | '10' | 'never';

const AFTER: readonly ChoiceOption<After>[] = [
  {
    value: 'by-role',
    label: 'As it fits who uses it',
    detail:
      'For teachers after two minutes, and when they go to another tab. For the office and leads, never.',
  },
  { value: '1', label: 'After 1 minute' },
  { value: '2', label: 'After 2 minutes' },
  { value: '5', label: 'After 5 minutes' },
  { value: '10', label: 'After 10 minutes' },
  {
    value: 'never',
    label: 'Not after a time',
    detail: 'They still hide while the page fills the whole screen, and are not printed.',
  },
];

/** Asks when counts that were shown hide again. */
export function HidingChoice(props: { chosen: After; onSave: (after: After) => Promise<unknown> }) {
  return (
    <Choice
      legend="When do counts that were shown hide again?"
      options={AFTER}
      value={props.chosen}
      onSave={props.onSave}
    />
  );
}
