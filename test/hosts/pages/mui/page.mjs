import { page } from '../../common/page.mjs';

/** MUI Data Grid: React, virtual rows and columns, the mark a value that becomes a list. */
export default {
  id: 'mui',
  name: 'MUI Data Grid (React)',
  answer: ({ state, query }) =>
    page(state.view(query), { title: 'Attendance', body: '<div id="root"></div>', script: '/.built/mui.js' }),
};
