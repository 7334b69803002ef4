import type { OverlayPort, OverlayRow } from './port.ts';
import type { Occasion } from './sitting.ts';

/** Where late arrivals of one register are logged. */
export interface LateDesk {
  /** Which register is open now, and who is on it. */
  at(occasion: Occasion, rows: readonly OverlayRow[]): void;
  /** Opens the form, for one pupil or for whoever is chosen there. Does nothing in a register of a lesson. */
  open(pupil: string | null): void;
  /** The register has left the page, and the form goes with it. */
  close(): void;
}

/** A desk at no register yet. */
export function lateDesk(port: Pick<OverlayPort, 'late'>): LateDesk {
  let here: { readonly occasion: Occasion; readonly rows: readonly OverlayRow[] } | null = null;
  let form = new AbortController();
  return {
    at(occasion, rows) {
      here = { occasion, rows };
    },
    open(pupil) {
      if (!here || here.occasion.session === null) return;
      const { date, session } = here.occasion;
      const pupils = here.rows.map(({ pupilKey, name, code }) => ({ pupil: pupilKey, name, code }));
      port.late({ date, session, pupil, pupils }, form.signal).catch(() => {});
    },
    close() {
      here = null;
      form.abort();
      form = new AbortController();
    },
  };
}
