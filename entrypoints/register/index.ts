import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type NamesShown, offer, offered } from '../../components/overlay/door.ts';
import { sayUpdated } from './gone.ts';
import { type PagePort, pagePort } from './page-port.ts';
import { type PageSource, pageSource } from './page-source.ts';

const STARTED = Symbol.for('registerwise.started');

/**
 * Runs in every frame of a site that is on: registered by the background, not by the manifest. What a content script of the
 * framework would bring, we have of our own: it announces itself to the page by messages the page could send as well.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as typeof globalThis & { [STARTED]?: AbortController };
  // A second injection takes over from the first, which may belong to a version that is gone.
  world[STARTED]?.abort();
  for (const left of document.querySelectorAll('[data-rw]')) left.remove();
  const stop = new AbortController();
  world[STARTED] = stop;

  const port = pagePort(document, stop);
  port.onChange(stop.signal, ({ kind }) => {
    if (kind === 'gone') sayUpdated(document);
  });
  // Refused means the site is off here: nothing of ours belongs in the page.
  const source = pageSource(document, port, stop.signal);
  offer('names', () => (stop.signal.aborted ? null : namesShown(source)));
  startWhenNeeded(source, port, stop.signal).catch(() => {});
});

/** The pupils of the registers on the page, for a page of ours that asks. */
function namesShown(source: PageSource): NamesShown {
  const sight = source.look();
  const rows = sight.kind === 'registers' ? sight.readings.flatMap((reading) => reading.rows) : [];
  const names = rows.flatMap(({ pupilKey, name }) => (name === null ? [] : [[pupilKey, name] as const]));
  return { origin: location.origin, names: Object.fromEntries(names) };
}

/** Reads the page once it shows a sign of a register, and sends for the overlay once there is a register to lay it on. Rejects where the site is off. */
async function startWhenNeeded(source: PageSource, port: PagePort, signal: AbortSignal): Promise<void> {
  port.onChange(signal, ({ kind }) => {
    // A register that nothing was seen of is taught all the same, where a person says that it is one.
    if (kind === 'set-up' && source.look().kind === 'no-register')
      port
        .readers()
        .then(() => port.setUp('teach', signal))
        .catch(() => {});
  });
  await source.learn();
  const waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort());
  const look = () => {
    if (waiting.signal.aborted || source.look().kind === 'no-register') return;
    waiting.abort();
    const start = () => offered('startOverlay')?.({ document, source, port, now: port.now, signal });
    port.overlay().then(start, () => {});
  };
  source.observe(waiting.signal, look);
  look();
}
