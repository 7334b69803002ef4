import { page } from '../../common/page.mjs';

/** In the manner of Kendo UI: header and body in tables of their own, locked columns in two more, rows made anew after each change. */
export default {
  id: 'kendo',
  name: 'In the manner of Kendo UI',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'Register - Elmbridge Primary',
      head: `<style>.k-grid{width:860px}.k-grid-header,.k-grid-container{display:flex}.k-grid-header-locked,.k-grid-content-locked{width:280px}.k-grid-content{overflow:auto;height:420px;flex:1}.k-grid-content-locked{overflow:hidden;height:420px}
.k-table{table-layout:fixed}.k-table-td,.k-table-th{height:30px;box-sizing:border-box;padding:2px 6px;overflow:hidden;white-space:nowrap}.k-animation-container{position:absolute;background:#fff;border:1px solid #888;z-index:9}.k-list-ul{list-style:none;margin:0;padding:0}.k-list-item{padding:2px 8px}</style>`,
      body: '<div id="verticalmenu"></div><div class="k-toolbar" id="bar"></div><div id="grid" class="k-widget k-grid k-grid-md" data-role="grid"></div>',
      script: '/pages/kendo/client.mjs',
    }),
};
