/**
 * The first element that `selector` finds in a form that `form` matches; null when there is none. The browser lists a page's
 * forms, so that a long page of another system is not gone through for nothing.
 */
export function firstInForm(document: Document, form: string, selector: string): Element | null {
  for (const each of document.forms) {
    const found = each.matches(form) ? each.querySelector(`:scope ${selector}`) : null;
    if (found) return found;
  }
  return null;
}
