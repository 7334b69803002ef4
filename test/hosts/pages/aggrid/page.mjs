import { page } from '../../common/page.mjs';

/** AG Grid Community: pinned names, virtual rows, a mark that becomes a drop-down. */
export default {
  id: 'aggrid',
  name: 'AG Grid Community',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'Registers | Elmbridge',
      head: '<style>[aria-pressed=true]{background:#1a6fd4;color:#fff}</style>',
      body: `<div class="toolbar"><button id="prev" title="Previous day">‹</button> <span id="day"></span> <button id="next" title="Next day">›</button>
<span class="sessions" role="group" aria-label="Session"><button data-session="AM">AM</button><button data-session="PM">PM</button></span> <span id="lesson"></span>
<input id="quick" placeholder="Search…"> <button id="all">Mark all present</button> <button id="save">Save</button> <span id="status"></span></div>
<div id="grid" style="height:420px;width:900px"></div>`,
      script: '/.built/aggrid.js',
    }),
};
