import { type ComponentChild, render } from 'preact';
import { afterEach } from 'vitest';
import '../../../components/forms/page.css';
import '../../../components/forms/conflicts.css';
import '../../../components/forms/controls.css';
import '../../../components/forms/import.css';

afterEach(() => {
  render(null, document.body);
});

/** Puts a component on the page as the only thing there; it is gone after the test. */
export function show(what: ComponentChild): void {
  render(what, document.body);
}
