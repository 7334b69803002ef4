/** Attributes through which pages show a mark, whose it is, or that it is saved. */
const TELLING =
  /^(?:aria-|data-|row-|col-)|^(?:class|value|checked|selected|disabled|hidden|title|alt|src|href|id|name|for|role|tabulator-field)$/;
/** Those that follow the pointer and the focus. */
const FLEETING = /^(?:aria-activedescendant|aria-describedby|aria-owns|aria-controls|aria-busy)$/;
/** What of a style may be a mark: anything else moves about on pages that are otherwise idle. */
const SHOWN = /(?:^|;)\s*(?:color|fill|background[\w-]*|display|visibility)\s*:[^;]*/g;

/** Whether a change may make the page read differently. Our own, in and of elements with `data-rw`, do not. */
export function isTelling(record: MutationRecord): boolean {
  const { type, target, attributeName, addedNodes, removedNodes } = record;
  const at = target instanceof Element ? target : target.parentElement;
  if (at?.closest('[data-rw]')) return false;
  if (type === 'childList') return [...addedNodes, ...removedNodes].some((node) => !isOurs(node));
  if (type === 'characterData' || attributeName === null) return true;
  if (attributeName === 'style')
    return shownIn(record.oldValue) !== shownIn(at?.getAttribute('style') ?? null);
  return TELLING.test(attributeName) && !FLEETING.test(attributeName);
}

const isOurs = (node: Node): boolean => node instanceof Element && node.hasAttribute('data-rw');

const shownIn = (style: string | null): string => style?.match(SHOWN)?.join(';') ?? '';
