/** Styles of the panel in which a page is confirmed or taught. */
export const setUpCss = `
.panel{pointer-events:auto;position:fixed;display:flex;flex-direction:column;overflow:hidden;
border:1px solid var(--edge);border-top:5px solid var(--accent);border-radius:12px;background:var(--paper);color:var(--ink);
box-shadow:var(--shadow);font:var(--text)}
.right,.left{inset-block:12px auto;width:min(400px,calc(100vw - 24px));max-height:calc(100vh - 24px)}
.right{right:12px}
.left{left:12px}
.bottom{inset:auto 12px 12px;max-width:1100px;margin-inline:auto;max-height:min(46vh,420px)}
.panel:focus{outline:none}
header{display:flex;justify-content:space-between;align-items:center;gap:12px;padding:12px 18px 8px}
h2{font-size:19px;line-height:1.25;font-weight:650}
.tools,.acts{display:flex;flex-wrap:wrap;gap:8px}
.tools{flex:none;flex-wrap:nowrap}
.acts{align-items:center;margin-top:12px}
.body{overflow:auto;padding:0 18px 12px;overscroll-behavior:contain}
.foot{flex:none;padding:0 18px 14px;border-top:1px solid var(--line)}
.foot:not(:has(*>*)){display:none}
.body>p+p{margin-top:6px}
.bottom .body{columns:2;column-gap:32px}
.bottom .body>*{break-inside:avoid}
.ask{font-size:18px;line-height:1.35;font-weight:600}
.soft{color:var(--soft);font-size:14px}
.strong,.quiet{min-height:34px;padding:4px 14px}
.tools .quiet{min-height:28px;padding:1px 10px;font-size:14px}
.pupils{list-style:none;counter-reset:pupil;margin:10px 0;border:1px solid var(--line);border-radius:8px;background:var(--sunken)}
.pupils li{counter-increment:pupil;display:flex;align-items:center;gap:10px;padding:5px 10px}
.pupils li+li{border-top:1px solid var(--line)}
.pupils li::before{content:counter(pupil);flex:none;min-width:22px;border-radius:11px;text-align:center;font-weight:700;font-size:14px;
background:var(--accent);color:var(--on-accent)}
.pupils span{flex:1;min-width:0;overflow-wrap:anywhere}
fieldset{margin:12px 0 0;padding:0;border:0;min-width:0}
legend{padding:0 0 2px;font-weight:600}
.choice{display:flex;align-items:baseline;gap:8px;padding:3px 0}
input[type=radio]{accent-color:var(--accent);flex:none}
.labels{width:100%;margin-top:12px;border-collapse:collapse}
caption{padding-bottom:4px;text-align:start;font-weight:600}
.labels th,.labels td{padding:4px 8px 4px 0;border-top:1px solid var(--line);text-align:start;font-weight:400;overflow-wrap:anywhere}
.labels thead th{color:var(--soft);font-size:14px;border:0;padding-block:0}
.labels td{width:62%;padding-inline-end:0}
select,.name input{width:100%;min-height:34px;padding:3px 8px;border:1px solid var(--edge);border-radius:var(--radius);
background:var(--paper);color:var(--ink);font:inherit}
details{margin-top:12px}
summary{cursor:pointer;border-radius:4px}
.codes{display:flex;flex-wrap:wrap;gap:4px;margin-top:6px}
.codes b{min-width:26px;padding:0 5px;border:1px solid var(--line);border-radius:5px;text-align:center}
.plain{list-style:none;margin-top:6px}
.picker{display:flex;width:100%;min-height:40px;margin:10px 0 6px;padding:6px 12px;border:2px dashed var(--edge);border-radius:8px;
white-space:normal;overflow-wrap:anywhere;cursor:default;background:var(--sunken);text-align:start}
.picker:focus-visible{border-color:var(--focus)}
.odd{list-style:none;margin:10px 0;counter-reset:odd}
.odd li{counter-increment:odd;padding:8px 10px;border:1px solid var(--warn-edge);border-radius:8px;background:var(--warn);color:var(--warn-ink)}
.odd li+li{margin-top:6px}
.odd li::before{content:counter(odd) '. ';font-weight:700}
.odd .acts{margin-top:6px}
.odd .quiet{min-height:28px;padding:1px 10px;font-size:14px}
dl{margin-top:10px}
dl div{display:flex;gap:10px;padding:4px 0;border-top:1px solid var(--line);align-items:center}
dt{flex:none;width:84px;color:var(--soft)}
dd{margin:0;flex:1;display:flex;justify-content:space-between;align-items:center;gap:8px;overflow-wrap:anywhere}
dd .quiet{min-height:28px;padding:1px 10px;font-size:14px}
.name{display:block;margin-top:12px;font-weight:600}
.name input{margin-top:4px;font-weight:400}
.problem{color:var(--warn-ink);font-weight:600}
.problem:not(:empty){margin-top:10px;padding:6px 10px;border-inline-start:4px solid var(--warn-edge);background:var(--warn)}
[aria-disabled=true]{opacity:.7}
@media (max-width:700px){.right,.left,.bottom{inset:auto 0 0;width:auto;max-width:none;max-height:62vh;border-radius:12px 12px 0 0}
.bottom .body{columns:1}.move{display:none}header{padding:10px 14px 6px}.body{padding:0 14px 10px}.foot{padding:0 14px 12px}.acts{gap:6px;margin-top:10px}h2{font-size:17px}}
@media (max-width:700px){.acts .strong,.acts .quiet{padding:4px 8px;font-size:14px}}
@media (max-height:420px){.right,.left,.bottom{display:block;overflow:auto;max-height:78vh}.body{overflow:visible}}
@media (forced-colors:active){.strong{border:2px solid ButtonText}.pupils li::before{border:1px solid CanvasText}}
`;
