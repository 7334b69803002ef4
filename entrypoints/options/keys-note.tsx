import browser from 'webextension-polyfill';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { SWITCH_COUNTS } from '../../store/requests.ts';

/** Where keys are changed; no page of an extension may link there. */
const PLACE = import.meta.env.FIREFOX
  ? 'about:addons, under the cog, “Manage Extension Shortcuts”'
  : 'chrome://extensions/shortcuts (in Edge: edge://extensions/shortcuts)';

/** Says which keys hide counts in this browser, and where they are changed. */
export function KeysNote() {
  const keys = useLoaded(async () => {
    const commands = await browser.commands.getAll();
    return commands.find(({ name }) => name === SWITCH_COUNTS)?.shortcut || null;
  });
  return (
    <Await {...keys} what="the keys">
      {(shortcut) => (
        <p>
          {shortcut
            ? `${shortcut} hides all counts on the register in front, or shows them.`
            : 'No keys are set that hide all counts at once.'}{' '}
          Set the keys on the browser’s own page: {PLACE}. No other key of the register’s page is ours.
        </p>
      )}
    </Await>
  );
}
