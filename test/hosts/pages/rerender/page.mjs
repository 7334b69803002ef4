import { page } from '../../common/page.mjs';

/** React with new nodes for every row on every click; the chosen button of a row has a class and nothing else. */
export default {
  id: 'rerender',
  name: 'React, new nodes on every click',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'My class',
      head: '<style>.row{display:flex;gap:1rem;align-items:center;padding:.2rem;border-bottom:1px solid #ddd}.row__name{width:180px}.mk{min-width:2rem}.mk--on,.seg--on{background:#0a6;color:#fff}</style>',
      body: '<div id="app"></div>',
      script: '/.built/rerender.js',
    }),
};
