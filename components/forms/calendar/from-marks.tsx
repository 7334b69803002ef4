import { useState } from 'preact/hooks';
import type { InferredCalendar } from '../../../rules/calendar/inferred.ts';
import { longDate } from '../../../rules/calendar/show.ts';
import { Await, useLoaded } from '../loaded.tsx';

/** Offers term dates worked out from marks to a school that has given none. */
export function FromMarks(props: {
  load: () => Promise<InferredCalendar | null>;
  onUse: (inferred: InferredCalendar) => void;
}) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <div class="row">
        <button type="button" onClick={() => setAsked(true)}>
          Work them out from marks
        </button>
        <span class="hint">If you have no dates to hand. Counts are then often “at least”.</span>
      </div>
    );
  return <Offer {...props} />;
}

function Offer(props: Parameters<typeof FromMarks>[0]) {
  const inferred = useLoaded(props.load);
  return (
    <Await {...inferred} what="what the marks say">
      {(found) =>
        found ? (
          <div class="note">
            <h3>
              School met from {longDate(found.first)} to {longDate(found.last)}, the marks say
            </h3>
            <ul>
              {found.assumptions.map((assumed) => (
                <li key={assumed}>{assumed}</li>
              ))}
            </ul>
            <button type="button" onClick={() => props.onUse(found)}>
              Use these until dates are given
            </button>
          </div>
        ) : (
          <p class="note">
            There are too few marks here to tell when school met. Import marks first, or give the dates.
          </p>
        )
      }
    </Await>
  );
}
