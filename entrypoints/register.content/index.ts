import { defineContentScript } from 'wxt/utils/define-content-script';
import { offered } from '../../components/overlay/door.ts';
import type { RegisterSource } from '../../components/overlay/port.ts';
import { observe } from '../../sites/observe.ts';
import { readPage } from '../../sites/registry.ts';
import { sayUpdated } from './gone.ts';
import { type PagePort, pagePort } from './page-port.ts';

const STARTED = Symbol.for('registerwise.started');

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  allFrames: true,
  main() {
    const world = globalThis as typeof globalThis & { [STARTED]?: AbortController };
    // A second injection takes over from the first, which may belong to a version that is gone.
    world[STARTED]?.abort();
    for (const left of document.querySelectorAll('[data-rw]')) left.remove();
    const stop = new AbortController();
    world[STARTED] = stop;

    const port = pagePort(document, stop);
    startWhenNeeded(sourceOf(document), port, stop.signal);
    port.onChange(stop.signal, ({ kind }) => {
      if (kind === 'gone') sayUpdated(document);
    });
  },
});

function sourceOf(page: Document): RegisterSource {
  return {
    look: () => readPage(new URL(page.URL), page, []),
    observe: (signal, onChange) => observe(page, signal, onChange),
  };
}

/** Reads the page, and sends for the overlay once there is a register to lay it on. */
function startWhenNeeded(source: RegisterSource, port: PagePort, signal: AbortSignal): void {
  const waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort());
  let told = false;
  const look = () => {
    if (waiting.signal.aborted) return;
    if (source.look().kind !== 'no-register') {
      waiting.abort();
      const start = () => offered('startOverlay')?.({ document, source, port, now: port.now, signal });
      // Refused means the site is off here: nothing of ours belongs in the page.
      return void port.overlay().then(start, () => {});
    }
    if (!told) port.report({ state: 'no-register', detail: 'No register on this page', findings: 0 });
    told = true;
  };
  source.observe(waiting.signal, look);
  look();
}
