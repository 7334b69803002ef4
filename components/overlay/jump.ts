import type { OverlayRow } from './port.ts';

/** Long enough for a row scrolled to, to be drawn. */
const FOCUS_AFTER_SCROLL_MS = 120;

/**
 * Brings one pupil's mark to the middle of the screen and moves the focus to what is said of it. A row that the page does
 * not hold is first scrolled to, where that is known.
 */
export function jumpTo(
  pupil: string,
  view: Window,
  register: {
    readonly row: (pupil: string) => OverlayRow | undefined;
    readonly pill: (pupil: string) => HTMLElement | undefined;
    readonly scrollTo: (pupil: string) => boolean;
  },
): void {
  const focus = () => register.pill(pupil)?.focus();
  const centre = () => {
    register.row(pupil)?.markElement.scrollIntoView({ block: 'center' });
    view.setTimeout(focus, FOCUS_AFTER_SCROLL_MS);
  };
  const scrolled = !register.row(pupil) && register.scrollTo(pupil);
  if (scrolled) view.setTimeout(centre, FOCUS_AFTER_SCROLL_MS);
  else centre();
}
