import { collapse, textOf } from '../text.ts';

/** What an element says: the choice made in a control, else its words. */
export function saidAt(element: Element): string {
  if (element instanceof HTMLSelectElement)
    return [...element.selectedOptions].map((option) => collapse(option.text)).join(' ');
  if (element.matches('input, textarea')) return (element as HTMLInputElement).value;
  const stated = element.getAttribute('datetime') ?? '';
  const text = element.matches('button') ? collapse(element.textContent ?? '') : textOf(element);
  return `${text} ${stated}`.trim();
}
