import aggrid from './pages/aggrid/page.mjs';
import aspnet from './pages/aspnet/page.mjs';
import cards from './pages/cards/page.mjs';
import datatables from './pages/datatables/page.mjs';
import ext from './pages/ext/page.mjs';
import frame from './pages/frame/page.mjs';
import houses from './pages/houses/page.mjs';
import icons from './pages/icons/page.mjs';
import kendo from './pages/kendo/page.mjs';
import mui from './pages/mui/page.mjs';
import pills from './pages/pills/page.mjs';
import plain from './pages/plain/page.mjs';
import rerender from './pages/rerender/page.mjs';
import shadow from './pages/shadow/page.mjs';
import swaps from './pages/swaps/page.mjs';
import tabulator from './pages/tabulator/page.mjs';

/** Every host page: `answer({ state, query, path, posted, headers })` gives HTML, or a status with headers, or null. */
export const hosts = [
  ...[plain, aggrid, tabulator, datatables, mui, ext, kendo],
  ...[rerender, swaps, cards, frame, shadow, aspnet, icons],
  ...[pills, houses],
];
