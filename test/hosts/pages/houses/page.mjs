import { page } from '../../common/page.mjs';

/** One table with a body for each house: every pupil has a second row of notes, and the mark is a letter typed into the cell itself. */
export default {
  id: 'houses',
  name: 'Houses, rows of notes, letters typed into cells',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'Registration',
      head: `<style>.reg{width:100%;font-size:13px}.reg th{text-align:left;background:#dfe6ee}.reg td,.reg th{padding:2px 6px;border-bottom:1px solid #ccd5df}.reg caption{text-align:left;font-size:16px;font-weight:600;padding:6px 0}.grp th{background:#c3d3e6}.det td{color:#555;font-style:italic;background:#fbfbf2}
.sq{display:inline-block;width:9px;height:9px;margin-right:2px;background:#9c9}.sq.l{background:#e8a317}.sq.x{background:#c33}.mk{width:34px;text-align:center;font:600 15px monospace;outline:1px solid #99a;background:#fff}.mk:focus{outline:2px solid #06c}.mk.u{background:#fdd}
.ac{position:absolute;background:#fff;border:1px solid #789;z-index:50;font-size:13px}.ac div{padding:1px 8px;cursor:pointer}.bar{display:flex;gap:8px;align-items:center}.bar output{font-weight:600;min-width:90px}.key{margin-top:1rem;font-size:12px}.key td{padding:0 8px}</style>`,
      body: '<div id="r"></div>',
      script: '/pages/houses/client.mjs',
    }),
};
