import type { ClockTime } from '../../rules/calendar/clock.ts';
import type { PageState } from '../overlay/port.ts';
import { SET_UP } from '../texts.ts';
import type { Permission } from './add-site.tsx';
import { SaveStatus, useSaving } from './saving.tsx';
import { Switch } from './switch.tsx';
import { TrainingClock } from './training-clock.tsx';

/** The page in the tab the popup was opened on. */
export type TabView =
  | { readonly kind: 'not-web' }
  | { readonly kind: 'not-allowed'; readonly origin: string }
  | {
      readonly kind: 'allowed';
      readonly origin: string;
      readonly on: boolean;
      /** Null until the page has said how it stands. */
      readonly page: PageState | null;
      readonly countsShown: boolean;
      /** What the tab's training clock was set to; null where the school's own clock holds. */
      readonly training: ClockTime | null;
      /** Name of the policy in force, as shown. */
      readonly policy: string;
    };

/** What can be done from the popup. `onTurnOn` is called inside the click, before anything is awaited. */
export interface PopupActions {
  readonly onTurnOn: (origin: string) => Promise<Permission>;
  readonly onSet: (origin: string, on: boolean) => Promise<unknown>;
  readonly onShowCounts: (shown: boolean) => Promise<unknown>;
  readonly onTraining: (time: ClockTime | null) => Promise<unknown>;
  /** Opens, in the page, the panel in which it is confirmed or taught. */
  readonly onSetUp: () => Promise<unknown>;
}

const HEADLINE: Record<PageState['state'], string> = {
  checking: 'Checking this page',
  'not-checking': 'Not checking this page',
  history: 'Earlier marks',
  'no-register': 'No register on this page',
};

function headlineOf(page: PageState | null): string {
  if (page?.setUp === 'confirm') return 'Found a register';
  return HEADLINE[page?.state ?? 'not-checking'];
}

/** How the current page stands, and the switches for it. */
export function PopupPanel({ tab, ...actions }: { tab: TabView } & PopupActions) {
  if (tab.kind === 'not-web')
    return (
      <Standing
        state="no-register"
        headline="Not a web page"
        detail="Registerwise works on registers opened as web pages. Open yours, then press this button again."
      />
    );
  if (tab.kind === 'not-allowed') return <TurnOn origin={tab.origin} onTurnOn={actions.onTurnOn} />;
  return <Allowed tab={tab} {...actions} />;
}

function TurnOn(props: { origin: string; onTurnOn: PopupActions['onTurnOn'] }) {
  const saving = useSaving();
  const ask = () =>
    saving.run(async () => {
      if ((await props.onTurnOn(props.origin)) === 'refused')
        throw new Error('The browser was not allowed to.');
    }, `On for ${props.origin}. Reload the page if nothing appears.`);
  return (
    <>
      <Standing
        state="not-checking"
        headline="Not reading this site"
        detail={`If your register is on ${props.origin}, turn Registerwise on. The browser will ask you to allow this one site.`}
      />
      <button type="button" class="main wide" onClick={ask}>
        Turn on for this site
      </button>
      <SaveStatus state={saving.state} />
    </>
  );
}

function Allowed({ tab, ...actions }: { tab: Extract<TabView, { kind: 'allowed' }> } & PopupActions) {
  const saving = useSaving();
  const { origin, on, page, countsShown } = tab;
  return (
    <>
      {on ? (
        <Standing
          state={page?.state ?? 'not-checking'}
          headline={headlineOf(page)}
          detail={page?.detail ?? 'The page has not answered yet. Reload it once.'}
        />
      ) : (
        <Standing
          state="not-checking"
          headline="Off for this site"
          detail={`Nothing is read on ${origin}.`}
        />
      )}
      {on && page && page.setUp !== null && (
        <button
          type="button"
          class="main wide"
          onClick={() => saving.run(actions.onSetUp, 'Opened in the page.')}
        >
          {SET_UP[page.setUp]}
        </button>
      )}
      {on && page?.state === 'no-register' && (
        <p>
          Is it a register all the same?{' '}
          <button
            type="button"
            class="quiet"
            onClick={() => saving.run(actions.onSetUp, 'Opened in the page.')}
          >
            {SET_UP.teach}
          </button>
        </p>
      )}
      {on && page?.state === 'checking' && page.findings > 0 && (
        <p>
          <strong>{page.findings}</strong> {page.findings === 1 ? 'mark' : 'marks'} to look at.
        </p>
      )}
      <div class="switches">
        <Switch
          label={`On for ${new URL(origin).host}`}
          on={on}
          onFlip={(next) =>
            saving.run(() => actions.onSet(origin, next), next ? 'Turned on.' : 'Turned off.')
          }
        />
        {on && page?.state === 'checking' && (
          <Switch
            label="Show counts on this page"
            on={countsShown}
            onFlip={(next) =>
              saving.run(() => actions.onShowCounts(next), next ? 'Counts are shown.' : 'Counts are hidden.')
            }
          />
        )}
      </div>
      <p>
        Policy: {tab.policy}{' '}
        <a href="options.html#policy" target="_blank" rel="noopener">
          Change
        </a>
      </p>
      {on && page && page.state !== 'no-register' && (
        <TrainingClock
          key={tab.training}
          time={tab.training}
          onSet={(time) =>
            void saving.run(
              () => actions.onTraining(time),
              time ? 'The training clock is set.' : 'Back to the school’s clock.',
            )
          }
        />
      )}
      <SaveStatus state={saving.state} />
    </>
  );
}

function Standing(props: { state: PageState['state']; headline: string; detail: string }) {
  return (
    <div class="standing" data-state={props.state}>
      <h2>{props.headline}</h2>
      <p>{props.detail}</p>
    </div>
  );
}
