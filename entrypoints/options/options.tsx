import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ClockSetting } from '../../components/forms/clock-setting.tsx';
import { HidingChoice } from '../../components/forms/hiding-choice.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { LostNotice } from '../../components/forms/lost-notice.tsx';
import { RoleChoice } from '../../components/forms/role-choice.tsx';
import { schoolTime } from '../../rules/calendar/clock.ts';
import { withBuiltIn } from '../../rules/policy/profiles.ts';
import type { Ask } from '../../store/ask.ts';
import type { Settings } from '../../store/records.ts';
import { KeptSection } from './kept-section.tsx';
import { KeysNote } from './keys-note.tsx';
import { forgetLayouts } from './known-layouts.ts';
import { MarksSection } from './marks-section.tsx';
import { PagesSection } from './pages-section.tsx';
import { PolicySection } from './policy-section.tsx';
import { Section, sections } from './section.tsx';
import { SitesSection } from './sites-section.tsx';
import { TermsSection } from './terms-section.tsx';

const now = (): number => Date.now();

/** Everything a school sets, one section for each thing. */
export function Options({ ask }: { ask: Ask }) {
  const settings = useLoaded(() => ask('settings', {}));
  const sites = useLoaded(() => ask('sites', {}));
  const own = useLoaded(() => ask('policies', {}));
  const policies = withBuiltIn(own.state.kind === 'ready' ? own.state.value : []);
  const loss = useLoaded(() => ask('loss', {}));
  const managed = useLoaded(() => ask('managed', {}));
  const save = async (changed: Partial<Settings>): Promise<void> =>
    settings.put(await ask('save-settings', changed));

  const [wipes, setWipes] = useState(0);
  const startAfresh = async (): Promise<void> => {
    forgetLayouts();
    settings.put(await ask('settings', {}));
    sites.put(await ask('sites', {}));
    own.put(await ask('policies', {}));
    setWipes(wipes + 1);
  };

  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);

  return (
    <div class="frame">
      <header>
        <div class="brand">
          <img src="/icon/registerwise.svg" alt="" width="36" height="36" />
          <h1>Registerwise options</h1>
        </div>
        <nav aria-label="Sections">
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
          <a href="practice.html">Practice register</a>
        </nav>
      </header>
      <main>
        {loss.state.kind === 'ready' && loss.state.value !== null && (
          <LostNotice at={loss.state.value} onRead={() => ask('loss-read', {}).then(() => loss.put(null))} />
        )}
        {/* A wipe clears the forms too, what was typed and not saved included. */}
        <Fragment key={wipes}>
          <Section id="role">
            <Await {...settings} what="settings">
              {({ role }) => <RoleChoice chosen={role} onSave={(next) => save({ role: next })} />}
            </Await>
            <Await {...managed} what="what the school has set">
              {({ countsShown }) =>
                countsShown !== 'by-role' && (
                  <p class="notice">
                    Your school has set this for everyone: counts start {countsShown}, whatever is chosen
                    here.
                  </p>
                )
              }
            </Await>
            <Await {...settings} what="settings">
              {({ hideAfter }) => (
                <HidingChoice chosen={hideAfter} onSave={(next) => save({ hideAfter: next })} />
              )}
            </Await>
            <KeysNote />
          </Section>
          <Section id="policy">
            <Await {...settings} what="settings">
              {({ policyId }) => (
                <Await {...own} what="policy profiles">
                  {(kept) => (
                    <PolicySection
                      {...{ ask, policyId, own: kept, put: own.put }}
                      asOf={schoolTime(now()).date}
                      onSave={(next) => save({ policyId: next })}
                    />
                  )}
                </Await>
              )}
            </Await>
          </Section>
          <Section id="terms">
            <Await {...settings} what="term dates">
              {(all) => (
                <TermsSection ask={ask} settings={all} policies={policies} put={settings.put} now={now} />
              )}
            </Await>
          </Section>
          <Section id="marks">
            <Await {...sites} what="sites">
              {(known) => (
                <Await {...settings} what="settings">
                  {({ keepNames }) => (
                    <MarksSection ask={ask} origins={known.map((site) => site.origin)} names={keepNames} />
                  )}
                </Await>
              )}
            </Await>
          </Section>
          <Section id="clock">
            <Await {...settings} what="the office clock">
              {({ clockOffsetMs }) => (
                <ClockSetting
                  offsetMs={clockOffsetMs}
                  now={now}
                  onSave={(next) => save({ clockOffsetMs: next })}
                />
              )}
            </Await>
          </Section>
          <Section id="sites">
            <Await {...sites} what="sites">
              {(known) => <SitesSection ask={ask} sites={known} put={sites.put} />}
            </Await>
          </Section>
          <Section id="pages">
            <Await {...sites} what="sites">
              {(known) => (
                <PagesSection
                  ask={ask}
                  origins={known.filter((site) => site.on).map((site) => site.origin)}
                />
              )}
            </Await>
          </Section>
        </Fragment>
        <Section id="kept">
          <KeptSection
            ask={ask}
            settings={settings}
            policies={policies}
            onSave={save}
            onAllChanged={startAfresh}
          />
        </Section>
      </main>
    </div>
  );
}
