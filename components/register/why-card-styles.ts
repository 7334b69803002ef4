/** Styles of the why-card itself, wherever it stands. */
const cardCss = `
.card{display:block;max-height:inherit;overflow:auto;overscroll-behavior:contain;container-type:inline-size;
padding:0 18px 16px;border:1px solid var(--edge);border-radius:12px;background:var(--paper);color:var(--ink);
box-shadow:var(--shadow);font:var(--text);font-size:14px;line-height:1.45;overflow-wrap:anywhere}
header{position:sticky;top:0;z-index:1;display:flex;justify-content:space-between;align-items:center;gap:12px;
margin:0 -18px;padding:10px 18px 6px;background:var(--paper)}
h2{font-size:18px;line-height:1.25;font-weight:650}
h3{margin:16px 0 4px;font-size:14px;font-weight:650}
.sum{font-size:16px;line-height:1.35}
.sum b{font-weight:700}
.status{display:inline-flex;max-width:100%;align-items:center;gap:7px;margin-top:6px;padding:2px 10px;
border:1px solid transparent;border-radius:7px;font-weight:600}
.below,.not-applicable{background:var(--sunken);color:var(--soft);border-color:var(--line)}
.near{background:var(--near);color:var(--near-ink);border-color:var(--near-edge)}
.met{background:var(--met);color:var(--met-ink)}
.met-if-unsettled-stand{background:var(--if);color:var(--if-ink);border:1.5px dashed currentColor}
.this{margin-top:8px;padding:5px 10px;border-inline-start:4px solid var(--accent);background:var(--sunken);font-weight:600}
.gaps,.reason{margin-top:6px}
.soft{color:var(--soft)}
.strips{display:grid;grid-template-columns:1fr 1fr;gap:0 20px;margin-top:10px}
.strip{border-collapse:separate;border-spacing:1px 2px;width:100%;table-layout:fixed;font-size:13px;line-height:20px}
.strip th{padding:0;font-weight:500;color:var(--soft);overflow-wrap:normal}
.strip thead{line-height:14px}
.strip .week{width:52px}
.strip thead td{border:0!important}
.strip .halves{font-size:10px;line-height:11px}
.strip tbody th{text-align:start;white-space:nowrap}
.strip tbody td{height:22px;padding:0;text-align:center;border-radius:4px}
.strip tbody td:nth-child(even){border-inline-start-color:var(--line)}
.strip td,.key i{border:1px solid transparent}
.other{background:var(--sunken)}
.unseen{border:1px dotted var(--edge)!important}
.ahead{border-color:var(--line)!important}
:is(.strip td,.key i):is(.counted,.unsettled){border-radius:50%;font-weight:800}
.counted{background:var(--met);color:var(--met-ink)}
.unsettled{background:var(--if);color:var(--if-ink);border:1.5px dashed currentColor!important}
.closed{background:repeating-linear-gradient(135deg,var(--edge) 0 1px,transparent 1px 5px)}
.now{outline:2px solid var(--accent);outline-offset:0}
.key{display:flex;flex-wrap:wrap;gap:4px 14px;margin-top:6px;color:var(--soft);font-size:13px}
.key span{display:inline-flex;align-items:center;gap:6px}
.key i{display:inline-block;width:20px;height:20px;border-radius:4px;font-style:normal;font-size:12px;line-height:18px;text-align:center}
.key .now{width:18px;height:18px}
.window{margin-top:8px}
.assumed{padding:1px 8px;border-radius:5px;background:var(--near);color:var(--near-ink)}
.split{display:grid;grid-template-columns:1fr 1fr;gap:3px 20px}
.split div{display:flex;justify-content:space-between;gap:8px}
dt,dd{margin:0}
.split dd{font-weight:700;font-variant-numeric:tabular-nums}
.code{display:inline-block;min-width:24px;margin-inline-end:4px;border:1px solid var(--edge);border-radius:5px;text-align:center}
.sessions{display:grid;grid-template-columns:repeat(auto-fill,minmax(116px,1fr));gap:1px 12px;margin-top:6px;padding:6px 0 0;
list-style:none;border-top:1px solid var(--line);font-size:13px}
ul{padding-inline-start:18px}
.asks>li+li{margin-top:8px}
blockquote{margin:4px 0;padding-inline-start:10px;border-inline-start:3px solid var(--accent)}
.law{margin-top:4px;font-size:13px;color:var(--soft)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:8px;margin-top:6px}
.sides div{padding:6px 10px;border:1px solid var(--line);border-radius:7px}
.sides dt{font-weight:650;font-size:13px}
.clash+.clash{margin-top:10px}
summary{min-height:24px;margin-top:6px;cursor:pointer;font-weight:600;text-decoration:underline;text-underline-offset:3px}
footer{margin-top:16px;padding-top:8px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
@container (max-width:480px){.strips,.split,.sides{grid-template-columns:1fr}
.strip+.strip thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}}
@media (forced-colors:active){.strip td,.key i{border:1px solid transparent}.card :is(.counted){border:2px solid CanvasText!important;
background:CanvasText;color:Canvas;forced-color-adjust:none}.unsettled{border:2px dashed CanvasText!important}
.strip .other{border-color:Canvas!important}.closed{border:1px solid GrayText!important;
background:repeating-linear-gradient(135deg,GrayText 0 1px,Canvas 1px 5px);forced-color-adjust:none}
.now{outline-color:Highlight}.status,.assumed{border:1px solid CanvasText}}
`;

/** The same, and the box it stands in over a page: by a badge or as a sheet where a script sets it, else at the side. */
export const whyCss = `${cardCss}
.in{position:fixed;pointer-events:auto;width:min(600px,calc(100vw - 16px))}
.in:not([data-at]){inset:12px 12px 64px auto;max-height:calc(100vh - 76px)}
.in[data-at]{left:0;top:0}
`;
