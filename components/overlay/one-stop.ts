/** Where each key leads from the `at`th of `of` counts; null where it leads nowhere. */
const LEADS: Readonly<Record<string, (at: number, of: number) => number>> = {
  ArrowDown: (at, of) => Math.min(at + 1, of - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, of) => of - 1,
};

/** A register's counts as one stop of the Tab key, between which the arrow keys move: thirty stops would stand in the way of the page's own fields. */
export interface OneStop {
  /** The boxes the counts are drawn in, from the first row to the last. */
  among(boxes: readonly HTMLElement[]): void;
}

/** No counts yet. */
export function oneStop(): OneStop {
  let boxes: readonly HTMLElement[] = [];
  let stop: HTMLElement | undefined;
  const heard = new WeakSet<HTMLElement>();
  const buttonIn = (box: HTMLElement | undefined) => box?.querySelector('button');
  const put = () => {
    for (const box of boxes) {
      const button = buttonIn(box);
      const index = box === stop ? 0 : -1;
      if (button && button.tabIndex !== index) button.tabIndex = index;
    }
  };
  const stopAt = (box: HTMLElement | undefined) => {
    stop = box;
    put();
  };
  const hear = (box: HTMLElement) => {
    heard.add(box);
    box.addEventListener('focusin', () => stopAt(box));
    box.addEventListener('keydown', (event) => {
      const { key, isTrusted, altKey, ctrlKey, metaKey, shiftKey } = event;
      const lead = LEADS[key];
      if (!lead || !isTrusted || altKey || ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      buttonIn(boxes[lead(boxes.indexOf(box), boxes.length)])?.focus();
    });
  };
  return {
    among(next) {
      boxes = next;
      for (const box of boxes) if (!heard.has(box)) hear(box);
      stopAt(stop && boxes.includes(stop) ? stop : boxes[0]);
    },
  };
}
