import type { ComponentChildren } from 'preact';
import { AddSite } from '../../components/forms/add-site.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { PolicyChoice } from '../../components/forms/policy-choice.tsx';
import { RoleChoice } from '../../components/forms/role-choice.tsx';
import { withBuiltIn } from '../../rules/policy/profiles.ts';
import type { Ask } from '../../store/ask.ts';
import { requestAccess } from '../../store/host-access.ts';
import type { Settings } from '../../store/records.ts';

/** The first run: who it is for, which policy, what it keeps, one site, and the practice register. */
export function Welcome({ ask }: { ask: Ask }) {
  const { state, again, put } = useLoaded(async () => {
    const [settings, sites, own] = await Promise.all([
      ask('settings', {}),
      ask('sites', {}),
      ask('policies', {}),
    ]);
    return { settings, sites, policies: withBuiltIn(own) };
  });
  return (
    <main class="welcome">
      <header>
        <div class="brand">
          <img src="/icon/registerwise.svg" alt="" width="44" height="44" />
          <h1>Welcome to Registerwise</h1>
        </div>
        <p class="lead">
          It lies on top of the register you already use, and points out a doubtful mark while you can still
          put it right.
        </p>
      </header>
      <Await state={state} again={again} what="your settings">
        {({ settings, sites, policies }) => {
          const save = async (changed: Partial<Settings>): Promise<void> =>
            put({ sites, policies, settings: await ask('save-settings', changed) });
          return (
            <ol class="steps">
              <Step title="Who is it for?" done={settings.role !== null}>
                <RoleChoice chosen={settings.role} onSave={(role) => save({ role })} />
              </Step>
              <Step title="Which school policy?" done={settings.policyId !== null}>
                <PolicyChoice
                  policies={policies}
                  policyId={settings.policyId}
                  onSave={(policyId) => save({ policyId })}
                />
              </Step>
              <Step title="What it reads and keeps">
                <Promises />
              </Step>
              <Step title="Where is your register?" done={sites.some((site) => site.on)}>
                <AddSite
                  onAdd={(origin) =>
                    requestAccess(origin).then(async (permission) => {
                      if (permission === 'granted')
                        put({ settings, policies, sites: await ask('set-site', { origin, on: true }) });
                      return permission;
                    })
                  }
                />
              </Step>
              <Step title="Try it first">
                <p>
                  The practice register has made-up pupils and a clock you can set. Nothing you do there
                  touches a real register.
                </p>
                <p class="row">
                  <a class="button main" href="practice.html">
                    Open the practice register
                  </a>
                  <a class="button" href="options.html#terms">
                    Add term dates and marks
                  </a>
                </p>
                <p class="hint">
                  Counts need term dates and earlier marks; until then, each says what is missing.
                </p>
              </Step>
            </ol>
          );
        }}
      </Await>
    </main>
  );
}

function Step(props: { title: string; done?: boolean; children: ComponentChildren }) {
  return (
    <li class="card">
      <h2>
        {props.title} {props.done && <span class="tag done">Done</span>}
      </h2>
      {props.children}
    </li>
  );
}

function Promises() {
  return (
    <ul>
      <li>
        <strong>It reads</strong> the register on the sites you turn it on for, and nothing else.
      </li>
      <li>
        <strong>It keeps</strong> saved marks, term dates and your choices, not pupils’ names.
      </li>
      <li>
        <strong>Nothing leaves this device.</strong>
      </li>
      <li>
        <strong>It never changes a mark.</strong> You decide.
      </li>
      <li>
        <strong>You can wipe everything</strong> under <a href="options.html#kept">What is kept</a>.
      </li>
    </ul>
  );
}
