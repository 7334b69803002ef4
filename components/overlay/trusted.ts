/** A handler that only a person's own click or key can start: a page's scripted event does nothing. */
export function trusted(act: () => void): (event: Event) => void {
  return (event) => {
    if (!event.isTrusted) return;
    event.stopPropagation();
    act();
  };
}

/** A key handler that closes on Escape and keeps the key from the page behind. */
export function onEscape(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    event.stopPropagation();
    event.preventDefault();
    close();
  };
}
