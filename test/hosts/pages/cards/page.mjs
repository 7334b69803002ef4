import { page } from '../../common/page.mjs';

/** A seating plan: several cards a row, on each a drop-down, or with `style=buttons` a group of buttons. */
export default {
  id: 'cards',
  name: 'Cards of a seating plan',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'Seating plan',
      head: '<style>.plan{display:grid;grid-template-columns:repeat(5,170px);gap:10px}.card{border:1px solid #bbc;border-radius:6px;padding:6px}.card img{width:40px;height:40px;background:#dde}.card h4{margin:0}.chip.active{background:#06c;color:#fff}</style>',
      body: '<div id="app"></div>',
      script: '/pages/cards/client.mjs',
    }),
};
