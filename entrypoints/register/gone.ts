import { pageTone } from '../../components/overlay/tone.ts';
import { UPDATED } from '../../components/texts.ts';

const TONES = {
  light: 'background:#fffdf9;color:#17252b;border-color:#7d7565',
  dark: 'background:#1a2529;color:#f2efe8;border-color:#8c9aa0',
};

/** Says, in one calm line, that the extension was updated under the open page. The page is never reloaded by us. `mode` is `open` in tests alone. */
export function sayUpdated(document: Document, mode: ShadowRootMode = 'closed'): void {
  // The newer version may already be at work here.
  if (document.querySelector('[data-rw]')) return;
  const host = document.createElement('span');
  host.dataset.rw = '';
  host.style.cssText =
    'all:initial!important;position:fixed!important;inset:auto 0 12px!important;z-index:2147483646!important;pointer-events:none!important';
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.style.cssText = `width:max-content;max-width:90vw;margin:auto;padding:8px 16px;border:1px solid;border-radius:10px;font:15px/1.5 system-ui,sans-serif;${TONES[pageTone(document.body)]}`;
  line.textContent = UPDATED;
  host.attachShadow({ mode }).append(line);
  document.documentElement.append(host);
}
