import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { keepAtFoot } from '../../../components/overlay/foot.ts';

const stop = new AbortController();
afterEach(() => {
  stop.abort();
  scrollTo(0, 0);
  document.body.innerHTML = '';
});

/** Where the bar ends in the window around the frame, and how high that window is. */
const stands = (frame: HTMLIFrameElement, bar: HTMLElement) =>
  Math.round(frame.getBoundingClientRect().top + bar.getBoundingClientRect().bottom);

test('in a frame higher than the window the bar stays at the foot of what can be seen, wherever it is scrolled to', async () => {
  await page.viewport(400, 300);
  document.body.innerHTML = '<iframe style="display:block;border:0;width:300px;height:1400px"></iframe>';
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  const inside = frame.contentDocument as Document;
  inside.body.innerHTML =
    '<p style="position:fixed;inset:0;display:grid"></p><b style="position:fixed;inset:auto 0 0;height:40px"></b>';
  const [sill, bar] = [inside.querySelector('p') as Element, inside.querySelector('b') as HTMLElement];
  keepAtFoot(bar, sill, frame.contentWindow as Window, stop.signal);
  for (const top of [0, 150, 500, 530, 900]) {
    scrollTo(0, top);
    await vi.waitFor(() => expect(Math.abs(stands(frame, bar) - innerHeight)).toBeLessThan(8));
  }
});
