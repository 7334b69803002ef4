/** Hears when one of some elements has another size. */
export interface Sizes {
  /** These are watched from now on, and others no more. */
  at(elements: readonly Element[]): void;
  rest(): void;
}

/** Calls `onResize`; watches nothing yet. */
export function whenResized(onResize: () => void): Sizes {
  let known = new WeakSet<Element>();
  // The browser calls for every element that it is given, too, which is no change.
  const observer = new ResizeObserver((entries) => {
    const resized = entries.some(({ target }) => known.has(target));
    for (const { target } of entries) known.add(target);
    if (resized) onResize();
  });
  const rest = () => {
    observer.disconnect();
    known = new WeakSet();
  };
  return {
    rest,
    at(elements) {
      rest();
      for (const element of elements) observer.observe(element);
    },
  };
}
