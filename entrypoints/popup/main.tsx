import { render } from 'preact';
import browser from 'webextension-polyfill';
import { adoptTokens } from '../../components/forms/adopt-tokens.ts';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import '../../components/forms/page.css';
import '../../components/forms/controls.css';
import { PopupPanel } from '../../components/forms/popup-panel.tsx';
import { askOver } from '../../store/ask.ts';
import { requestAccess } from '../../store/host-access.ts';
import { currentTab, tabView } from './current-tab.ts';
import './popup.css';

const ask = askOver((message) => browser.runtime.sendMessage(message));

function Popup() {
  const { state, again } = useLoaded(async () => {
    const tab = await currentTab();
    return { tab, view: await tabView(tab, ask) };
  });
  const setSite = async (origin: string, on: boolean) => {
    await ask('set-site', { origin, on });
    again();
  };
  return (
    <main>
      <header class="brand">
        <img src="/icon/registerwise.svg" alt="" width="28" height="28" />
        <h1>Registerwise</h1>
      </header>
      <Await state={state} again={again} what="this page’s state">
        {({ tab, view }) => (
          <PopupPanel
            tab={view}
            onTurnOn={(origin) =>
              requestAccess(origin).then(async (permission) => {
                if (permission === 'granted') await setSite(origin, true);
                return permission;
              })
            }
            onSet={setSite}
            onShowCounts={async (shown) => {
              if (tab.id !== undefined) await ask('show-counts', { tabId: tab.id, shown });
            }}
            onTraining={async (time) => {
              if (tab.id !== undefined) await ask('set-training', { tabId: tab.id, time });
              again();
            }}
            onSetUp={async () => {
              if (tab.id !== undefined) await ask('open-set-up', { tabId: tab.id });
              window.close();
            }}
          />
        )}
      </Await>
      <nav aria-label="Registerwise">
        <a href="lates.html" target="_blank" rel="noopener">
          Late arrivals
        </a>
        <a href="practice.html" target="_blank" rel="noopener">
          Practice register
        </a>
        <a href="options.html" target="_blank" rel="noopener">
          Options
        </a>
      </nav>
    </main>
  );
}

adoptTokens(document);
const app = document.getElementById('app');
if (app) render(<Popup />, app);
