import { page } from '../../common/page.mjs';

/** Tabulator: frozen names, a list as editor, virtual rows; the pupil's number is a column. */
export default {
  id: 'tabulator',
  name: 'Tabulator',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'Class register',
      head: '<link rel="stylesheet" href="/.built/tabulator.css">',
      body: `<h2>Attendance</h2><div class="toolbar"><label>Date <input id="date" value="" size="10"></label>
<button id="back">&lt;</button><button id="forward">&gt;</button>
<label id="session-label">Session <select id="session"><option value="1">Morning</option><option value="2">Afternoon</option></select></label> <span id="lesson"></span>
<input id="search" placeholder="Filter pupils"> <button id="everyone">All present</button> <button id="save">Save marks</button> <em id="status"></em></div>
<div id="register" style="width:860px"></div>`,
      script: '/.built/tabulator.js',
    }),
};
