/** Styles of the helper in which a change to a mark is recorded. */
export const amendCss = `
.amend{pointer-events:auto;position:fixed;width:min(600px,calc(100vw - 16px));max-height:calc(100vh - 16px);overflow:auto;
padding:14px 18px 16px;border:1px solid var(--edge);border-top:5px solid var(--accent);border-radius:12px;background:var(--paper);
color:var(--ink);box-shadow:var(--shadow);font:var(--text)}
.amend:focus{outline:none}
header{display:flex;justify-content:space-between;align-items:center;gap:12px}
h2{font-size:18px;line-height:1.25;font-weight:650}
.soft{color:var(--soft);font-size:14px}
.marks{display:flex;flex-wrap:wrap;gap:4px 24px;margin-top:8px}
.marks b{display:inline-block;min-width:26px;padding:0 6px;border:1px solid var(--edge);border-radius:5px;text-align:center}
label{display:block;margin-top:10px;font-weight:600}
input{display:block;width:100%;min-height:34px;margin-top:2px;padding:3px 8px;border:1px solid var(--edge);
border-radius:var(--radius);background:var(--paper);color:var(--ink);font:inherit;font-weight:400}
.three{display:grid;grid-template-columns:1fr 1fr 150px;gap:0 12px}
:host([data-rw=dark]) input{color-scheme:dark}
.line{margin-top:2px;padding:6px 10px;border-inline-start:4px solid var(--accent);background:var(--sunken);overflow-wrap:anywhere;
user-select:text}
.of{margin-top:12px;font-weight:600}
.needs{margin-top:8px;font-weight:600}
.acts{display:flex;flex-wrap:wrap;align-items:center;gap:4px 14px;margin-top:12px}
.acts .soft{flex:1 1 200px}
.strong,.quiet{min-height:34px;padding:4px 14px}
.problem:not(:empty){margin-top:10px;padding:6px 10px;border-inline-start:4px solid var(--warn-edge);background:var(--warn);
color:var(--warn-ink);font-weight:600}
@media (max-width:560px){.three{grid-template-columns:1fr}.amend{padding:10px 12px 12px}}
`;
