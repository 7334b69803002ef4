/** Styles of a count and of how grave a finding is, in a row and in the bar. */
const bothCss = `
.warn{--tint:var(--warn);--fore:var(--warn-ink);--rim:var(--warn-edge)}
.check{--tint:var(--check);--fore:var(--check-ink);--rim:var(--check-edge)}
.note{--tint:var(--sunken);--fore:var(--ink);--rim:var(--edge)}
.badge svg{order:-2}.badge .bound{order:-1}
.badge{height:24px;padding:0 9px;border:1px solid transparent;font-size:14px;font-variant-numeric:tabular-nums;gap:6px}
.badge:hover{border-color:currentColor}
.badge .band{font-weight:500}
.brief,.figures{display:none}
.below,.not-applicable,.none{background:var(--sunken);color:var(--soft);border-color:var(--line)}
.none{font-weight:500}
.hidden{background:var(--paper);color:var(--soft);border-color:var(--edge);font-weight:500}
.near{background:var(--near);color:var(--near-ink);border-color:var(--near-edge)}
.met{background:var(--met);color:var(--met-ink)}
.met-if-unsettled-stand{background:var(--if);color:var(--if-ink);border:1.5px dashed currentColor}
`;

/** Styles of the badge and the finding pill, for their shared sheet. Heights fit a register's tightest rows. */
export const rowCss = `${bothCss}
:is([data-fit=chip],[data-fit=figures]) .words,[data-fit=figures] .long{display:none}
:is([data-fit=chip],[data-fit=figures]) .brief,[data-fit=figures] .figures{display:inline}
[data-fit=chip] .badge{padding:0 5px;gap:4px}
[data-fit=figures] .badge{padding:0 3px;gap:3px;font-size:13px;min-width:24px;justify-content:center}
.pill{display:flex;align-items:center;gap:7px;height:26px;padding:0 3px 0 8px;border-radius:var(--radius);
border:1px solid;white-space:nowrap;--sign:var(--paper)}
.pill{background:var(--tint);color:var(--fore);border-color:var(--rim)}
.pill .level,.says .level{color:var(--rim)}
.short{overflow:hidden;text-overflow:ellipsis;min-width:0}
.act{height:24px;padding:0 7px;border-radius:5px;font-weight:500;
text-decoration:underline;text-underline-offset:3px;text-decoration-thickness:1px}
.keep{gap:4px}
.act:hover{background:var(--paper);text-decoration-thickness:2px}
.act .mark{display:none}
[data-fit=figures] :is(.lead,.others),[data-fit=tight] :is(.keep,.lead,.others),[data-fit=chip] .keep{display:none}
[data-fit=chip] .pill{padding:0;width:34px;justify-content:center}
[data-fit=chip] .pill>.level,[data-fit=chip] .short,[data-fit=chip] .word{display:none}
[data-fit=chip] .kept,[data-fit=chip] .kept .act{width:auto;padding:0 3px}
[data-fit=chip] .mark{display:block}
[data-fit=chip] .act{padding:0;width:32px;height:24px;justify-content:center}
.details{position:fixed;inset:auto;margin:0;width:min(460px,calc(100vw - 16px));max-height:70vh;overflow:auto;padding:14px 16px;
border:1px solid var(--edge);border-radius:10px;background:var(--paper);color:var(--ink);box-shadow:var(--shadow);
font:var(--text);white-space:normal}
.details section+section{margin-top:12px;padding-top:12px;border-top:1px solid var(--line)}
.says{display:flex;gap:9px;font-weight:500}
.says .level{margin-top:3px;color:var(--rim)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 12px;margin-top:10px;font-size:14px}
dt{color:var(--soft);font-weight:600}
dd{margin:0}
.code{display:inline-block;min-width:24px;margin-inline-end:5px;padding:0 6px;border:1px solid var(--edge);border-radius:5px;
text-align:center;font-weight:650}
.row{display:flex;gap:8px;margin-top:14px}
`;

/** Styles of the register bar: one line; what has no room in it folds away until the bar is opened. */
export const barCss = `${bothCss}
.in{max-height:70vh;overflow-y:auto;padding-top:24px}
.sill{position:fixed;inset:0;display:grid;visibility:hidden;pointer-events:none}
[data-through] *{pointer-events:none!important}
.bar{pointer-events:auto;background:var(--paper);border-top:3px solid var(--accent);box-shadow:var(--shadow);font-size:14px}
.line{display:flex;align-items:flex-start;gap:4px 12px;min-height:44px;padding:6px 14px}
.bar:not(.shut) :is(.line,.end){flex-wrap:wrap}
.logo{margin-top:5px}
.facts{flex:1;min-width:0;display:flex;flex-wrap:wrap;align-items:center;gap:0 16px;font-weight:500;font-variant-numeric:tabular-nums}
.facts>span{margin:4px 0;line-height:22px}
.shut .facts{height:30px;overflow:hidden}
.shut .facts>span{max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.profile,.close{font-weight:650}
.soft{color:var(--soft)}
.assumed,.paused{padding:1px 8px;border:1px solid var(--edge);border-radius:5px;background:var(--sunken)}
.assumed{background:var(--near);color:var(--near-ink)}
.end{display:flex;justify-content:flex-end;align-items:center;gap:8px;margin-inline-start:auto}
.quiet{min-height:30px;font-weight:600}
.quiet .level{color:var(--rim);--sign:var(--paper)}
.sign{padding:3px 8px}
.bar:not([data-more]) .more{display:none}
@media (max-width:760px){.bar:is(.shut,.listing) .more{display:inline-flex}.shut :is(.logo,.listed~.late){display:none}}
@media (max-width:480px){.line{padding:6px 8px}.facts:has(+*>.listed)::before{content:'';height:30px}.shut .late,.latest .others{display:none}.shut .training{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}}
@media (max-width:400px){.shut .listed~.counts{display:none}.shut .also{position:absolute;clip-path:inset(50%)}}
.folded{width:max-content;max-width:calc(100% - 24px);margin:0 12px 0 auto;border:0;background:none;box-shadow:none}
.folded.left{margin:0 auto 0 12px}
.tab{min-height:30px;white-space:normal;padding:4px 14px 4px 10px;border:1px solid var(--edge);border-bottom:0;border-radius:10px 10px 0 0;
background:var(--paper);box-shadow:var(--shadow)}
.training{padding:6px 14px;background:repeating-linear-gradient(135deg,var(--near) 0 14px,var(--paper) 14px 18px);color:var(--near-ink)}
.training b{padding:2px 8px;border-radius:5px;background:var(--near)}
.list{list-style:none;max-height:45vh;overflow:auto;padding:0 16px;border-bottom:1px solid var(--line);font:var(--text)}
.latest,.list li{display:flex;align-items:flex-start;gap:10px;padding:8px 0;font:var(--text)}
.latest{padding:8px 16px;border-bottom:1px solid var(--line);background:var(--tint);color:var(--fore)}
.list li{max-width:900px}
.list li+li{border-top:1px solid var(--line)}
:is(.latest,.list) .level{margin-top:3px;color:var(--rim);--sign:var(--paper)}
:is(.latest,.list li)>span{flex:1;max-width:900px}
.bar{--rim:var(--soft)}
`;
