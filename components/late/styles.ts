/** Styles of the panel in which late arrivals are logged. */
export const lateCss = `
.panel{pointer-events:auto;position:fixed;inset:12px 12px auto auto;width:min(420px,calc(100vw - 24px));max-height:calc(100vh - 80px);
overflow:auto;overscroll-behavior:contain;padding:14px 18px 16px;border:1px solid var(--edge);border-top:5px solid var(--accent);
border-radius:12px;background:var(--paper);color:var(--ink);box-shadow:var(--shadow);font:var(--text)}
header{display:flex;justify-content:space-between;align-items:center;gap:12px}
h2{font-size:19px;line-height:1.25;font-weight:650}
h3{margin:14px 0 2px;padding-top:12px;border-top:1px solid var(--line);font-size:15px;font-weight:650}
.soft{color:var(--soft);font-size:14px;font-weight:400}
.field{position:relative;margin-top:10px}
label{display:block;font-weight:600}
input{width:100%;min-height:36px;margin-top:2px;padding:3px 10px;border:1px solid var(--edge);border-radius:var(--radius);
background:var(--paper);color:var(--ink);font:inherit}
input::placeholder{color:var(--soft);opacity:1}
input[aria-invalid=true]{border:2px solid var(--warn-edge)}
.short input{width:110px;font-variant-numeric:tabular-nums}
[role=listbox]{position:absolute;inset:100% 0 auto;z-index:1;max-height:250px;overflow:auto;margin-top:2px;list-style:none;
border:1px solid var(--edge);border-radius:8px;background:var(--paper);box-shadow:var(--shadow)}
[role=listbox][hidden]{display:none}
[role=option]{display:flex;justify-content:space-between;gap:10px;padding:6px 10px;cursor:pointer;overflow-wrap:anywhere}
[role=option]:hover{background:var(--sunken)}
[role=option][aria-selected=true]{background:var(--calm);box-shadow:inset 4px 0 var(--accent)}
.note{margin-top:8px;padding:6px 10px;border-radius:6px;background:var(--calm)}
.meaning{margin-top:12px;padding:8px 12px;border-radius:8px;background:var(--sunken)}
.meaning>*+*{margin-top:4px}
.code-line{display:flex;flex-wrap:wrap;align-items:center;gap:2px 10px}
.code{display:inline-block;min-width:28px;padding:0 6px;border:1px solid var(--edge);border-radius:5px;background:var(--paper);
text-align:center;font-weight:700}
summary{width:max-content;cursor:pointer;border-radius:4px;font-size:14px}
details p{margin-top:4px;font-size:14px}
.copy{display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px;margin-top:10px}
.copy code{flex:1 1 200px;padding:4px 8px;border:1px dashed var(--edge);border-radius:6px;font:inherit;user-select:all;overflow-wrap:anywhere}
.copy [role=status]:empty{display:none}
.strong,.quiet{min-height:34px;padding:4px 14px;font-weight:600}
.copy .quiet,header .quiet{min-height:28px;padding:1px 10px;font-size:14px}
.acts{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.said{margin-top:8px}
.problem{color:var(--warn-ink);font-weight:600}
.problem:not(:empty){margin-top:6px;padding:4px 10px;border-inline-start:4px solid var(--warn-edge);background:var(--warn)}
.logged{list-style:none}
.logged li{padding:6px 0}
.logged li+li{border-top:1px solid var(--line)}
.logged .copy{margin-top:2px}
.who{display:flex;flex-wrap:wrap;align-items:center;gap:0 10px}
.link{padding:0 4px;text-decoration:underline;text-underline-offset:3px;color:var(--accent);font-weight:600}
.who .link:first-of-type{margin-inline-start:auto}
[aria-disabled=true]{opacity:.7}
@media (max-width:700px){.panel{inset:auto 0 0;width:auto;max-height:72vh;padding:10px 14px 12px;border-radius:12px 12px 0 0}}
@media (forced-colors:active){.strong,.code{border:2px solid ButtonText}[role=option][aria-selected=true]{outline:2px solid Highlight;outline-offset:-2px}}
`;
