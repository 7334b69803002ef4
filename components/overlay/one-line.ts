/**
 * Says of each bar in `inner` whether all it tells has room in one line (`data-more` where not): the rest is folded away behind a
 * button. Looks in the next frame after `soon`, and when the window has another size; stops with `signal`.
 */
export function oneLine(
  inner: HTMLElement,
  view: Window,
  signal: AbortSignal,
): { readonly soon: () => void } {
  let frame = 0;
  const look = () => {
    frame = 0;
    // One that is open shows all, and keeps the button by which it is closed.
    const bars = [...inner.querySelectorAll('.shut')];
    for (const bar of bars) bar.removeAttribute('data-more');
    const folded = bars.filter((bar) => isFolded(bar.querySelector('.facts')));
    for (const bar of folded) bar.setAttribute('data-more', '');
  };
  const soon = () => {
    frame ||= view.requestAnimationFrame(look);
  };
  view.addEventListener('resize', soon, { signal });
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame));
  return { soon };
}

const isFolded = (facts: Element | null): boolean =>
  facts !== null && facts.scrollHeight > facts.clientHeight + 2;
