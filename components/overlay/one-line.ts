/** Says of each bar in `inner` whether all it tells has room in one line (`data-more` where not); one that is open shows all. */
export function foldLines(inner: HTMLElement): void {
  for (const bar of inner.querySelectorAll('.shut')) {
    bar.removeAttribute('data-more');
    const facts = bar.querySelector('.facts');
    if (facts) bar.toggleAttribute('data-more', facts.scrollHeight > facts.clientHeight + 2);
  }
}
