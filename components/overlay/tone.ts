import { outwards } from './across.ts';

/** Whether the page is light or dark behind `element`, so that what we lay on it belongs there. */
export function pageTone(element: Element): 'light' | 'dark' {
  const view = element.ownerDocument.defaultView;
  if (!view) return 'light';
  for (const at of outwards(element)) {
    const [red, green, blue, alpha = 1] = (
      view.getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number);
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    return red * 0.299 + green * 0.587 + blue * 0.114 < 110 ? 'dark' : 'light';
  }
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  return scheme.includes('dark') && view.matchMedia('(prefers-color-scheme:dark)').matches ? 'dark' : 'light';
}
