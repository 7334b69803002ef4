import { page } from '../../common/page.mjs';

/** Marks as coloured icons, chosen from a pop-up menu: a red clock is U and a yellow one L. With `names=1` the icons have titles. */
export default {
  id: 'icons',
  name: 'Icons and a pop-up menu',
  answer: ({ state, query }) =>
    page(state.view(new URLSearchParams({ codes: 'few', ...Object.fromEntries(query) })), {
      title: 'Register',
      head: '<style>.mis-icon{display:inline-block;width:18px;height:18px;text-align:center}.mis-icon-tick::before{content:"✔"}.mis-icon-clock::before{content:"◷"}.mis-icon-cross::before{content:"✖"}.mis-icon-dash::before{content:"–"}.mis-menu{position:absolute;background:#fff;border:1px solid #999;z-index:9}.mis-menu div{padding:2px 8px;cursor:pointer}.row{display:grid;grid-template-columns:200px 100px 60px 100px 100px;border-bottom:1px solid #ddd;padding:2px}</style>',
      body: '<div class="mis-section" id="section"></div>',
      script: '/pages/icons/client.mjs',
    }),
};
