/** Styles of the why-card. */
export const whyCss = `
.card{pointer-events:auto;position:fixed;inset:12px 12px 64px auto;width:min(480px,calc(100vw - 24px));overflow:auto;
padding:18px 20px;border:1px solid var(--edge);border-radius:12px;background:var(--paper);color:var(--ink);
box-shadow:var(--shadow);font:var(--text)}
header{display:flex;justify-content:space-between;align-items:center;gap:12px}
h2{font-size:20px;line-height:1.25;font-weight:650}
h3{margin:18px 0 4px;font-size:15px;font-weight:650}
.sum{margin-top:10px;font-size:17px;font-weight:600;line-height:1.4}
.this{margin-top:8px;padding:6px 10px;border-inline-start:4px solid var(--met);background:var(--sunken)}
.status{display:flex;width:max-content;max-width:100%;align-items:center;gap:7px;margin-top:8px;padding:3px 10px;
border:1px solid transparent;border-radius:7px;font-weight:600}
.below,.not-applicable{background:var(--sunken);color:var(--soft);border-color:var(--line)}
.near{background:var(--near);color:var(--near-ink);border-color:var(--near-edge)}
.met{background:var(--met);color:var(--met-ink)}
.met-if-unsettled-stand{background:var(--if);color:var(--if-ink);border:1.5px dashed currentColor}
.split{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:10px}
.soft{color:var(--soft)}
.strip{margin-top:14px;border-collapse:separate;border-spacing:2px;width:100%;table-layout:fixed;font-size:14px}
.strip th{font-weight:500;color:var(--soft)}
.strip thead td{width:64px}
.strip tbody th{text-align:start;white-space:nowrap}
.strip td{height:24px;padding:0;text-align:center;border-radius:4px;line-height:24px}
.other{background:var(--sunken);color:var(--soft)}
.unseen{border:1px dotted var(--edge);color:var(--soft)}
.ahead{border:1px solid var(--line)}
.counted{background:var(--met);color:var(--met-ink);font-weight:800;border-radius:50%!important}
.unsettled{background:var(--if);color:var(--if-ink);font-weight:800;border:1.5px dashed currentColor;border-radius:50%!important}
.closed{background:repeating-linear-gradient(135deg,var(--line) 0 2px,transparent 2px 6px)}
.now{outline:2px solid var(--accent);outline-offset:1px}
.sessions{list-style:none;columns:2;column-gap:18px}
.sessions li{break-inside:avoid;margin-bottom:4px}
.sessions .soft{display:block;padding-inline-start:34px;font-size:13px;line-height:1.2}
.code{display:inline-block;min-width:26px;margin-inline-end:4px;border:1px solid var(--edge);border-radius:5px;text-align:center}
ul{padding-inline-start:20px}
.sessions{padding:0}
blockquote{margin:4px 0;padding-inline-start:12px;border-inline-start:3px solid var(--accent)}
.law,.notes{margin-top:6px;font-size:14px}
footer{margin-top:16px;padding-top:10px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
@media (forced-colors:active){.counted{border:2px solid CanvasText}.closed{border:1px dashed GrayText}}
`;
