import { useId, useState } from 'preact/hooks';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { longDate } from '../../rules/calendar/show.ts';
import { AskFirst } from './ask-first.tsx';
import { dayOf, howMany } from './kept.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** How long marks are kept. */
export type KeepFor = 'needed' | 'next-year' | 'policy';

/** What tidying would do now. */
export interface TidyPlan {
  readonly today: IsoDate;
  /** The date on this computer cannot be right by what is kept; null where nothing speaks against it. */
  readonly doubt: 'ahead' | 'back' | null;
  readonly lastMark: IsoDate | null;
  readonly lastNoted: IsoDate | null;
  /** Marks made before this day go. */
  readonly keptFrom: IsoDate;
  readonly gone: { readonly pupils: number; readonly sessions: number };
  readonly last: { readonly at: number; readonly keptFrom: IsoDate } | null;
}

/** How long marks are kept, with what a shorter time would erase, and a way to tidy now. */
export function KeepForForm(props: {
  keepFor: KeepFor;
  /** For how many years the school's policy keeps entries; null where it does not say. */
  policyYears: number | null;
  plan: TidyPlan;
  /** What tidying would do with another choice. */
  planFor: (keepFor: KeepFor) => Promise<TidyPlan>;
  onSave: (keepFor: KeepFor) => Promise<unknown>;
  onTidy: (dateIsRight: boolean) => Promise<unknown>;
}) {
  const { plan, policyYears } = props;
  const name = useId();
  const saving = useSaving();
  const [picked, setPicked] = useState<KeepFor | null>(null);
  const [asked, setAsked] = useState<{ keepFor: KeepFor; plan: TidyPlan } | null>(null);
  const settle = () => {
    setPicked(null);
    setAsked(null);
  };
  const save = async (keepFor: KeepFor, erases: boolean) => {
    await saving.run(
      async () => {
        await props.onSave(keepFor);
        if (erases) await props.onTidy(false);
      },
      `Saved: ${labelOf(keepFor, policyYears)}.`,
    );
    settle();
  };
  const choose = async (keepFor: KeepFor) => {
    setPicked(keepFor);
    setAsked(null);
    let would: TidyPlan | null = null;
    await saving.run(async () => {
      would = await props.planFor(keepFor);
    }, '');
    // Nothing is saved of which it cannot be said what it erases.
    if (!would) return setPicked(null);
    saving.clear();
    const next: TidyPlan = would;
    if (next.gone.sessions > plan.gone.sessions) setAsked({ keepFor, plan: next });
    else await save(keepFor, false);
  };
  const chosen = picked ?? props.keepFor;
  const choices: readonly KeepFor[] = [
    'needed',
    'next-year',
    ...(policyYears === null ? [] : ['policy' as const]),
  ];
  return (
    <>
      <fieldset>
        <legend class="unseen">How long marks are kept</legend>
        {choices.map((each) => (
          <div class="option" key={each} data-chosen={each === chosen}>
            <input
              type="radio"
              id={`${name}-${each}`}
              name={name}
              checked={each === chosen}
              aria-describedby={`${name}-${each}-detail`}
              onChange={() => choose(each)}
            />
            <label for={`${name}-${each}`}>{labelOf(each, policyYears)}</label>
            <div class="detail" id={`${name}-${each}-detail`}>
              {DETAIL[each]}
            </div>
          </div>
        ))}
      </fieldset>
      {asked && (
        <AskFirst
          question="Keep marks for a shorter time?"
          yes={`Yes, erase ${howMany(asked.plan.gone.sessions, 'mark')}`}
          no="Leave it as it is"
          onYes={() => save(asked.keepFor, true)}
          onNo={settle}
        >
          <p>{wouldGo(asked.plan)} They cannot be brought back from here.</p>
        </AskFirst>
      )}
      <p>
        The law’s duty to keep every entry of the register for six years is on your school’s own system, not
        on this copy.
        {policyYears !== null &&
          ` Your policy says ${howMany(policyYears, 'year')}, so nothing stays here longer.`}
      </p>
      <Tidying plan={plan} onTidy={(right) => saving.run(() => props.onTidy(right), 'Tidied.')} />
      <SaveStatus state={saving.state} />
    </>
  );
}

const DETAIL: Readonly<Record<KeepFor, string>> = {
  needed:
    'The year to date from 1 September, and the last ten school weeks, which may begin before the summer.',
  'next-year': 'Marks of a school year are kept until 31 August of the year after it.',
  policy: 'The longest that your policy allows.',
};

function labelOf(keepFor: KeepFor, policyYears: number | null): string {
  if (keepFor === 'needed') return 'Only what the counts need';
  if (keepFor === 'next-year') return 'Until the end of the next school year';
  return `As long as the policy says: ${howMany(policyYears ?? 0, 'year')}`;
}

function Tidying({ plan, onTidy }: { plan: TidyPlan; onTidy: (dateIsRight: boolean) => void }) {
  const { last, doubt, gone } = plan;
  return (
    <>
      <p>
        {last
          ? `Last tidied ${dayOf(last.at)}: nothing older than ${longDate(last.keptFrom)}.`
          : 'Not tidied yet. It happens by itself, once a day.'}
      </p>
      {doubt ? (
        <div class="note problem">
          <p>{doubtful(plan)} So nothing is erased by itself. Look at the date on this computer first.</p>
          <button type="button" onClick={() => onTidy(true)}>
            {longDate(plan.today)} is right: tidy now
          </button>
        </div>
      ) : (
        <>
          <p>{gone.sessions === 0 ? 'Nothing here is old enough to go.' : wouldGo(plan)}</p>
          <button type="button" onClick={() => onTidy(false)}>
            Tidy now
          </button>
        </>
      )}
    </>
  );
}

function wouldGo({ gone, keptFrom }: TidyPlan): string {
  return `Tidying erases ${howMany(gone.sessions, 'mark')} of ${howMany(gone.pupils, 'pupil')}, made before ${longDate(keptFrom)}.`;
}

function doubtful({ doubt, today, lastMark, lastNoted }: TidyPlan): string {
  const clock = `This computer says that it is ${longDate(today)}`;
  if (doubt === 'ahead' && lastMark)
    return `${clock}, more than a year after the latest mark kept here, of ${longDate(lastMark)}.`;
  const [latest] = [lastMark, lastNoted]
    .filter((date) => date !== null)
    .sort()
    .reverse();
  return `${clock}, more than a year before the latest thing kept here${latest ? `, of ${longDate(latest)}` : ''}.`;
}
