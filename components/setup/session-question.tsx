import { useId } from 'preact/hooks';

/** What is taken for the session of a page that does not say it. */
export type SessionSaid = 'clock' | 'AM' | 'PM' | 'lesson';

const ANSWERS: readonly { readonly value: SessionSaid; readonly says: string }[] = [
  { value: 'clock', says: 'Take it from the clock, and say so each time' },
  { value: 'AM', says: 'It is always the morning register' },
  { value: 'PM', says: 'It is always the afternoon register' },
  { value: 'lesson', says: 'It is a lesson register: check the codes only' },
];

/** Asked where the page is silent; nothing is chosen beforehand. */
export function SessionQuestion(props: { said: SessionSaid | null; onSay: (said: SessionSaid) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend>The page does not say morning or afternoon. Which is it?</legend>
      {ANSWERS.map(({ value, says }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            checked={props.said === value}
            onChange={() => props.onSay(value)}
          />
          {says}
        </label>
      ))}
    </fieldset>
  );
}
