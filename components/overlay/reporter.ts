import type { OverlayPort, PageState } from './port.ts';

/** Says how the page stands, once for each change. */
export function reporter(port: OverlayPort): (state: PageState) => void {
  let before = '';
  return (state) => {
    const sign = JSON.stringify(state);
    if (sign === before) return;
    before = sign;
    port.report(state);
  };
}
