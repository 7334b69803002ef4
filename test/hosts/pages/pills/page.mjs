import { page } from '../../common/page.mjs';

/** A list of lines on a grid, kept up to date node by node: the usual marks are pills, all others in a menu laid over the page. */
export default {
  id: 'pills',
  name: 'Lines with pills and a menu of the other codes',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'Attendance',
      head: `<style>.s-1x8k2p ul,.s-1x8k2p ol{list-style:none;margin:0;padding:0}.days{display:flex;align-items:center;gap:4px}.days ol{display:flex;gap:4px}.days li button{display:grid;width:52px;border:0;border-radius:8px;background:#f2f3f7;padding:4px}.days .on{background:#3b3f8f;color:#fff}
.tabs{display:flex;margin:12px 0;border-bottom:2px solid #dde}.tabs button{flex:1;border:0;background:none;padding:10px;font-size:16px;text-align:left}.tabs [aria-selected=true]{background:#eef;border-bottom:3px solid #3b3f8f}.tabs small{display:block;color:#666}
.roster li{display:grid;grid-template-columns:44px 1fr 70px auto 32px;gap:10px;align-items:center;border-bottom:1px solid #e6e6ee;padding:5px 8px;position:relative}.roster img{width:36px;height:36px;border-radius:50%;background:#cdd3e0}.who p{margin:0}.who small{color:#667}.tag{font-size:10px;border-radius:6px;background:#fde9b8;padding:0 4px;margin-left:4px}
.opts{display:flex;gap:4px}.opts input{position:absolute;opacity:0;width:1px;height:1px}.pill{min-width:34px;border:1px solid #bbc;border-radius:18px;background:#fff;padding:6px 10px;text-align:center;cursor:pointer;display:inline-block;box-sizing:border-box}input:checked+.pill--p{background:#2e8b57;color:#fff}input:checked+.pill--l{background:#e8a317}input:checked+.pill--a{background:#c0392b;color:#fff}.pill--x.set{background:#5b4b8a;color:#fff}
[popover]{margin:0;border:1px solid #aab;border-radius:8px;padding:4px;box-shadow:0 4px 16px #0003;position:absolute;inset:auto}[popover] div{padding:3px 10px;cursor:pointer}[popover] b{display:inline-block;width:20px}.cols{display:grid;grid-template-columns:1fr 220px;gap:24px}aside{background:#fafafc;padding:12px}</style>`,
      body: '<div id="app" class="s-1x8k2p"></div>',
      script: '/pages/pills/client.mjs',
    }),
};
