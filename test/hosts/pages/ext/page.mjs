import { page } from '../../common/page.mjs';

/** In the manner of Ext JS 6: a table per row, generated ids, the header apart, one floating editor and its list in the body. */
export default {
  id: 'ext',
  name: 'In the manner of Ext JS',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'Take Register',
      head: `<style>.x-grid-item{table-layout:fixed;width:840px}.x-grid-cell{border-bottom:1px solid #ddd;padding:4px}.x-column-header{display:inline-block;font-weight:600;padding:4px;box-sizing:border-box}
.x-editor,.x-boundlist{position:absolute;background:#fff;z-index:9}.x-boundlist{border:1px solid #888;max-height:200px;overflow:auto}.x-boundlist ul{list-style:none;margin:0;padding:0}.x-boundlist-item{padding:2px 8px}.x-boundlist-item-over{background:#cde}.x-grid-view{height:440px;overflow:auto;position:relative}</style>`,
      body: '<div class="x-panel x-grid" id="registerpanel-1014"></div>',
      script: '/pages/ext/client.mjs',
    }),
};
